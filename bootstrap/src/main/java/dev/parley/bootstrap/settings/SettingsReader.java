package dev.parley.bootstrap.settings;

import static dev.parley.bootstrap.settings.Setting.DATABASE_DIRECT_URL;
import static dev.parley.bootstrap.settings.Setting.DATABASE_URL;
import static dev.parley.bootstrap.settings.Setting.ISSUER_URI;
import static dev.parley.bootstrap.settings.Setting.JWT_SECRET;
import static dev.parley.bootstrap.settings.Setting.MIGRATION_PASSWORD;
import static dev.parley.bootstrap.settings.Setting.MIGRATION_USERNAME;
import static dev.parley.bootstrap.settings.Setting.POOL_SIZE;
import static dev.parley.bootstrap.settings.Setting.PORT;
import static dev.parley.bootstrap.settings.Setting.TRUSTED_PROXIES;

import dev.parley.bootstrap.failure.BindingErrorText;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.failure.SettingName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads the settings before anything is started with them. */
public final class SettingsReader {

    private static final int HIGHEST_PORT = 65_535;

    /** What would make the container or Spring Boot believe forwarded headers of anybody. */
    private static final List<String> FORWARDING = List.of(
            "server.forward-headers-strategy",
            "server.tomcat.remoteip.remote-ip-header",
            "server.tomcat.remoteip.protocol-header");

    private SettingsReader() {}

    /**
     * Reads and checks all that an operator can set.
     *
     * @throws InvalidConfigurationException if anything of it is wrong
     */
    public static Settings read(ConfigurableEnvironment environment) {
        try {
            UnknownSettings.refuse(environment);
            Binder binder = Binder.get(environment);
            Settings settings = binder.bindOrCreate("parley", Settings.class);
            binder.bindOrCreate("parley.chatkit", ClientToolSettings.class);
            checkDatabase(environment, settings.auth());
            FORWARDING.forEach(property -> checkForwarding(binder, property));
            checkNumber(binder, PORT, 0, HIGHEST_PORT);
            checkNumber(binder, POOL_SIZE, 1, Integer.MAX_VALUE);
            return settings;
        } catch (BindException e) {
            throw Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                    .filter(InvalidConfigurationException.class::isInstance)
                    .map(InvalidConfigurationException.class::cast)
                    .findFirst()
                    .orElseGet(() -> new InvalidConfigurationException(BindingErrorText.sentence(e), e));
        }
    }

    private static void checkDatabase(ConfigurableEnvironment environment, Settings.Auth auth) {
        checkOwner(environment);
        if (OnEmbeddedDatabase.holds(environment)) {
            return;
        }
        if (!environment.getProperty(DATABASE_URL.property(), "").startsWith("jdbc:postgresql:")) {
            throw new InvalidConfigurationException(
                    DATABASE_URL + " must be a PostgreSQL address such as jdbc:postgresql://localhost:5432/parley.");
        }
        if (auth.jwtSecret() == null && auth.issuerUri() == null) {
            throw new InvalidConfigurationException("Set " + JWT_SECRET + " or " + ISSUER_URI + " as well as "
                    + DATABASE_URL + ": all nodes on a database must take the same tokens.");
        }
    }

    private static void checkForwarding(Binder binder, String property) {
        String value = binder.bind(property, String.class).orElse("");
        if (!value.isBlank() && !value.equalsIgnoreCase("none")) {
            throw new InvalidConfigurationException(SettingName.of(property)
                    + " is not for Parley, which believes forwarded headers of the proxies that " + TRUSTED_PROXIES
                    + " names, and of nobody else.");
        }
    }

    /** What goes with a database of one's own has no effect without one. */
    private static void checkOwner(ConfigurableEnvironment environment) {
        if (OnEmbeddedDatabase.holds(environment)) {
            Stream.of(DATABASE_DIRECT_URL, MIGRATION_USERNAME, MIGRATION_PASSWORD)
                    .filter(setting -> isSet(environment, setting))
                    .findFirst()
                    .ifPresent(setting -> {
                        throw new InvalidConfigurationException("Set " + DATABASE_URL + " as well as " + setting
                                + ": the embedded PostgreSQL has its own roles and address.");
                    });
        } else if (isSet(environment, MIGRATION_PASSWORD) && !isSet(environment, MIGRATION_USERNAME)) {
            throw new InvalidConfigurationException(
                    "Set " + MIGRATION_USERNAME + " as well as " + MIGRATION_PASSWORD + ".");
        }
    }

    private static boolean isSet(ConfigurableEnvironment environment, Setting setting) {
        return !environment.getProperty(setting.property(), "").isBlank();
    }

    private static void checkNumber(Binder binder, Setting setting, int least, int most) {
        binder.bind(setting.property(), Integer.class)
                .ifBound(number -> Setting.checkRange(setting, number, least, most));
    }
}
