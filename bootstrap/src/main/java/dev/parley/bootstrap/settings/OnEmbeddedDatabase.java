package dev.parley.bootstrap.settings;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds where no PostgreSQL is configured, so that Parley brings its own. */
public final class OnEmbeddedDatabase implements Condition {

    /** Whether no PostgreSQL is configured; an empty address counts as none. */
    public static boolean holds(Environment environment) {
        return !Setting.DATABASE_URL.isSetIn(environment);
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return holds(context.getEnvironment());
    }
}
