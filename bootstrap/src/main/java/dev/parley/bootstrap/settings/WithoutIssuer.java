package dev.parley.bootstrap.settings;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where Parley signs its tokens itself. */
public final class WithoutIssuer implements Condition {

    static boolean holds(Environment environment) {
        return !Setting.ISSUER_URI.isSetIn(environment);
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return holds(context.getEnvironment());
    }
}
