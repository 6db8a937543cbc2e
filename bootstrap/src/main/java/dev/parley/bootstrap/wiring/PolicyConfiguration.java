package dev.parley.bootstrap.wiring;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.run.RunPolicy;
import dev.parley.application.shared.TimeLimit;
import dev.parley.bootstrap.lifecycle.NodeName;
import dev.parley.bootstrap.settings.AssistantSettings;
import dev.parley.bootstrap.settings.RunSettings;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.conversation.ConversationLimits;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the settings allow. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    ConversationLimits conversationLimits(Settings settings) {
        Settings.Limits limits = settings.limits();
        return new ConversationLimits(
                limits.sessionsPerUser(), limits.messageCharacters(), limits.messagesPerSession());
    }

    @Bean
    AttachmentLimits attachmentLimits(Settings settings) {
        return settings.attachments().limits();
    }

    @Bean
    StorageQuota storageQuota(AccountRepository accounts, Settings settings) {
        return new StorageQuota(accounts, settings.storage().bytesOfUser());
    }

    @Bean
    TimeLimit timeLimit() {
        return new TimeLimit(System::nanoTime);
    }

    @Bean
    RunPolicy runPolicy(ConversationLimits limits, Settings settings, Environment environment) {
        AssistantSettings assistant = settings.assistant();
        RunSettings runs = settings.runs();
        return new RunPolicy(
                limits,
                assistant.historyMessages(),
                Set.copyOf(assistant.models()),
                runs.onActiveRun(),
                NodeName.of(environment),
                runs.lease(),
                runs.logRetention());
    }
}
