package dev.parley.bootstrap.settings;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/** Stops a wrong configuration before the first bean is made. */
final class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SettingsReader.read(context.getEnvironment());
        PortCheck.check(context.getEnvironment());
    }

    /** After initializers that add properties. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }
}
