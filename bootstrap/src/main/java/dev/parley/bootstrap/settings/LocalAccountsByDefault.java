package dev.parley.bootstrap.settings;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Where nothing is configured, people register and log in on the server itself. */
final class LocalAccountsByDefault implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (OnEmbeddedDatabase.holds(environment) && WithoutIssuer.holds(environment)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "embedded default", Map.of(Setting.LOCAL_ACCOUNTS.property(), "true")));
        }
    }

    /** After all that reads configuration. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
