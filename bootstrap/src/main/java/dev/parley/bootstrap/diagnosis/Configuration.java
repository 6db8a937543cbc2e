package dev.parley.bootstrap.diagnosis;

import dev.parley.bootstrap.settings.SettingsReader;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads the server's configuration, in Spring's way, without starting anything of the server. */
final class Configuration {

    private Configuration() {}

    static ConfigurableEnvironment read(String[] arguments) {
        SpringApplication application = new SpringApplication(Configuration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setInitializers(List.of());
        application.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            SettingsReader.read(context.getEnvironment());
            return context.getEnvironment();
        }
    }
}
