package dev.parley.bootstrap.wiring;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.conversation.ConversationRemoval;
import dev.parley.application.conversation.CreateSession;
import dev.parley.application.conversation.DeleteSession;
import dev.parley.application.conversation.GetSession;
import dev.parley.application.conversation.ListSessions;
import dev.parley.application.conversation.RenameSession;
import dev.parley.application.history.ReadHistory;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.history.HistoryRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private final UnitOfWork unitOfWork;
    private final ConversationRepository conversations;

    SessionConfiguration(UnitOfWork unitOfWork, ConversationRepository conversations) {
        this.unitOfWork = unitOfWork;
        this.conversations = conversations;
    }

    @Bean
    CreateSession createSession(ConversationLimits limits, IdGenerator ids, InstantSource clock) {
        return new CreateSession(unitOfWork, conversations, limits, ids, clock);
    }

    @Bean
    GetSession getSession() {
        return new GetSession(unitOfWork, conversations);
    }

    @Bean
    ReadHistory readHistory(HistoryRepository history) {
        return new ReadHistory(unitOfWork, conversations, history);
    }

    @Bean
    ListSessions listSessions() {
        return new ListSessions(unitOfWork, conversations);
    }

    @Bean
    RenameSession renameSession(InstantSource clock) {
        return new RenameSession(unitOfWork, conversations, clock);
    }

    @Bean
    ConversationRemoval conversationRemoval(
            AttachmentRepository attachments, AttachmentStore store, ErrorReporter journal) {
        return new ConversationRemoval(unitOfWork, conversations, attachments, store, journal);
    }

    @Bean
    DeleteSession deleteSession(ConversationRemoval removal) {
        return new DeleteSession(conversations, removal);
    }
}
