package dev.parley.bootstrap.command;

import dev.parley.bootstrap.path.PathCheck;
import dev.parley.bootstrap.settings.SettingsReader;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads the server's configuration, in Spring's way, without starting anything of the server. */
public final class ServerConfiguration {

    private ServerConfiguration() {}

    /**
     * Reads and checks the configuration.
     *
     * @param arguments Spring's command-line properties
     * @throws dev.parley.bootstrap.failure.InvalidConfigurationException if anything of it is wrong
     */
    public static ConfigurableEnvironment read(String[] arguments) {
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setInitializers(List.of());
        application.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            PathCheck.refuse(context.getEnvironment());
            SettingsReader.read(context.getEnvironment());
            return context.getEnvironment();
        }
    }
}
