package dev.parley.bootstrap.wiring;

import dev.parley.application.attachment.AttachmentMeter;
import dev.parley.application.reply.JsonTrees;
import dev.parley.application.run.RunMeter;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.Secrets;
import dev.parley.application.thread.FeedbackMeter;
import dev.parley.assistant.json.JacksonTrees;
import dev.parley.bootstrap.settings.ConfiguredSecrets;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.web.monitoring.MeteredErrorReporter;
import dev.parley.web.monitoring.MicrometerFeedbackMeter;
import dev.parley.web.monitoring.MicrometerRunMeter;
import dev.parley.web.monitoring.MicrometerToolMeter;
import io.micrometer.core.instrument.Counter;
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
    RunMeter runMeter(MeterRegistry meters) {
        return new MicrometerRunMeter(meters);
    }

    @Bean
    MicrometerToolMeter toolMeter(MeterRegistry meters) {
        return new MicrometerToolMeter(meters);
    }

    @Bean
    AttachmentMeter attachmentMeter(MeterRegistry meters) {
        Counter stored =
                Counter.builder("parley.attachments.stored").baseUnit("bytes").register(meters);
        return stored::increment;
    }

    @Bean
    JsonTrees jsonTrees() {
        return new JacksonTrees();
    }
}
