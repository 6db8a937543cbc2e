package dev.parley.bootstrap.wiring;

import dev.parley.application.admin.DeleteThread;
import dev.parley.application.admin.GetThread;
import dev.parley.application.admin.ListItems;
import dev.parley.application.admin.ListThreads;
import dev.parley.application.conversation.ConversationRemoval;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.history.HistoryRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ThreadConfiguration {

    private final UnitOfWork unitOfWork;
    private final ThreadDirectory threads;

    ThreadConfiguration(UnitOfWork unitOfWork, ThreadDirectory threads) {
        this.unitOfWork = unitOfWork;
        this.threads = threads;
    }

    @Bean
    ListThreads listThreads() {
        return new ListThreads(unitOfWork, threads);
    }

    @Bean
    GetThread getThread() {
        return new GetThread(unitOfWork, threads);
    }

    @Bean
    DeleteThread deleteThread(ConversationRepository conversations, ConversationRemoval removal) {
        return new DeleteThread(conversations, removal);
    }

    @Bean
    ListItems listItems(HistoryRepository history) {
        return new ListItems(unitOfWork, threads, history);
    }
}
