package dev.parley.bootstrap.wiring;

import dev.parley.bootstrap.settings.Setting;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where a model is configured: by its address, its key, or both. */
final class OnModel implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return Setting.ASSISTANT_BASE_URL.isSetIn(environment) || Setting.ASSISTANT_API_KEY.isSetIn(environment);
    }
}
