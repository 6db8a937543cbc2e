package dev.parley.bootstrap.wiring;

import dev.parley.application.run.Assistant;
import dev.parley.assistant.offline.OfflineAssistant;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The assistant that answers where nobody has brought another. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
class OfflineAssistantAutoConfiguration {

    private static final Duration PACE = Duration.ofMillis(15);

    @Bean
    @ConditionalOnMissingBean(Assistant.class)
    OfflineAssistant offlineAssistant() {
        return new OfflineAssistant(PACE);
    }
}
