package dev.parley.bootstrap.database;

import dev.parley.bootstrap.settings.Setting;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * If there is a direct address, the pool's connections lead to a pooler, where prepared statements may not work. The JDBC
 * address overrides this.
 */
final class PoolerDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String PREPARE_THRESHOLD = "spring.datasource.hikari.data-source-properties.prepareThreshold";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty(Setting.DATABASE_DIRECT_URL.property(), "").isBlank()) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("behind a pooler", Map.of(PREPARE_THRESHOLD, "0")));
        }
    }

    /** After all that reads configuration. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
