package dev.parley.bootstrap.command;

import dev.parley.bootstrap.path.PathCheck;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.bootstrap.settings.SettingsReader;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The server's configuration, read in Spring's way without starting anything of the server.
 *
 * @param settings those of the environment
 */
public record ServerConfiguration(ConfigurableEnvironment environment, Settings settings) {

    /**
     * Reads and checks the configuration.
     *
     * @param arguments Spring's command-line properties
     * @throws dev.parley.bootstrap.failure.InvalidConfigurationException if anything of it is wrong
     */
    public static ServerConfiguration read(String[] arguments) {
        SpringApplication application = new SpringApplication(NoBeans.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setInitializers(List.of());
        application.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            ConfigurableEnvironment environment = context.getEnvironment();
            PathCheck.refuse(environment);
            return new ServerConfiguration(environment, SettingsReader.read(environment));
        }
    }

    /** An application has to be made of something. */
    private static final class NoBeans {}
}
