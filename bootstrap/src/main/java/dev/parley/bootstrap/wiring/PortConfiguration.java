package dev.parley.bootstrap.wiring;

import dev.parley.application.reply.JsonTrees;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.Secrets;
import dev.parley.application.thread.FeedbackMeter;
import dev.parley.assistant.json.JacksonTrees;
import dev.parley.bootstrap.settings.ConfiguredSecrets;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.web.monitoring.MeteredErrorReporter;
import dev.parley.web.monitoring.MicrometerFeedbackMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The adapters that are no components of their modules. */
@Configuration(proxyBeanMethods = false)
class PortConfiguration {

    @Bean
    Secrets configuredSecrets(Settings settings, Environment environment) {
        return ConfiguredSecrets.of(settings, environment);
    }

    @Bean
    ErrorReporter errorReporter(MeterRegistry meters, Secrets secrets) {
        return new MeteredErrorReporter(meters, secrets);
    }

    @Bean
    FeedbackMeter feedbackMeter(MeterRegistry meters) {
        return new MicrometerFeedbackMeter(meters);
    }

    @Bean
    JsonTrees jsonTrees() {
        return new JacksonTrees();
    }
}
