package dev.parley.bootstrap.wiring;

import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.Secrets;
import dev.parley.bootstrap.settings.ConfiguredSecrets;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.domain.conversation.ConversationLimits;
import dev.parley.web.monitoring.MeteredErrorReporter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PortConfiguration {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    /** As fine as PostgreSQL keeps times, so that a time is the same before and after it was stored. */
    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), MICROSECOND);
    }

    @Bean
    Secrets configuredSecrets(Settings settings, Environment environment) {
        return ConfiguredSecrets.of(settings, environment);
    }

    @Bean
    ErrorReporter journal(MeterRegistry meters, Secrets secrets) {
        return new MeteredErrorReporter(meters, secrets);
    }

    @Bean
    ConversationLimits limits(Settings settings) {
        Settings.Limits limits = settings.limits();
        return new ConversationLimits(
                limits.sessionsPerUser(), limits.messageCharacters(), limits.messagesPerSession());
    }
}
