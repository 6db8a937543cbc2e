package dev.parley.bootstrap.start;

import dev.parley.application.assistant.Assistant;
import dev.parley.assistant.offline.OfflineAssistant;
import dev.parley.bootstrap.failure.SettingName;
import dev.parley.bootstrap.settings.Setting;
import dev.parley.bootstrap.settings.Settings;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Warns of settings of a model where there is none, since the offline assistant answers as if nobody had set them. */
@Component
final class UnusedModelSettings {

    private static final Logger log = LoggerFactory.getLogger(UnusedModelSettings.class);

    private final Environment environment;
    private final Assistant assistant;

    UnusedModelSettings(Environment environment, Assistant assistant) {
        this.environment = environment;
        this.assistant = assistant;
    }

    @EventListener(ApplicationReadyEvent.class)
    void log() {
        if (!(assistant instanceof OfflineAssistant)) {
            return;
        }
        List<String> unused = unused(environment);
        if (!unused.isEmpty()) {
            log.warn(
                    "There is no model without {} or {}, so that these have no effect: {}",
                    SettingName.variable(Setting.ASSISTANT_API_KEY.property()),
                    SettingName.variable(Setting.ASSISTANT_BASE_URL.property()),
                    String.join(", ", unused));
        }
    }

    /** The variables of those that are set; a list may be written as one value or as several. */
    static List<String> unused(Environment environment) {
        Binder binder = Binder.get(environment);
        return Settings.ofModel()
                .filter(property -> binder.bind(property, Bindable.listOf(String.class)).orElse(List.of()).stream()
                        .anyMatch(value -> !value.isBlank()))
                .map(SettingName::variable)
                .toList();
    }
}
