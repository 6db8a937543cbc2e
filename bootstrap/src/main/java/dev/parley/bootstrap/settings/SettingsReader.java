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

import com.zaxxer.hikari.HikariConfig;
import dev.parley.bootstrap.constraint.ReadableFile;
import dev.parley.bootstrap.failure.BindingErrorText;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.failure.SettingName;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads the settings before anything is started with them. */
public final class SettingsReader {

    private static final int HIGHEST_PORT = 65_535;

    /** What would make the container or Spring Boot believe forwarded headers of anybody. */
    private static final List<String> FORWARDING = List.of(
            "server.forward-headers-strategy",
            "server.tomcat.remoteip.remote-ip-header",
            "server.tomcat.remoteip.protocol-header");

    /** What Spring Boot would read when much has been started. */
    private static final Map<String, Class<?>> OF_SPRING = Map.of(
            "server", ServerProperties.class,
            "server.tomcat", TomcatServerProperties.class,
            "spring.flyway", FlywayProperties.class,
            "spring.datasource.hikari", HikariConfig.class);

    private static final List<String> FILES = List.of(
            "server.ssl.certificate",
            "server.ssl.certificate-private-key",
            "server.ssl.key-store",
            "server.ssl.trust-certificate",
            "server.ssl.trust-store");

    private static final List<String> ADDRESSES = List.of(PortCheck.ADDRESS, PortCheck.MANAGEMENT_ADDRESS);

    private static final String HTTP_2 = "server.http2.enabled";

    private SettingsReader() {}

    /**
     * Reads and checks all that an operator can set.
     *
     * @throws InvalidConfigurationException if anything of it is wrong
     */
    public static Settings read(ConfigurableEnvironment environment) {
        try (ValidatorFactory validators = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return read(environment, validators.getValidator());
        }
    }

    private static Settings read(ConfigurableEnvironment environment, Validator validator) {
        Binder binder = Binder.get(environment);
        SettingErrors errors = new SettingErrors(binder, validator);
        UnknownSettings.sentences(environment).forEach(errors::add);
        LogSettings.sentences(environment).forEach(errors::add);
        @Nullable Settings settings = errors.bind("parley", Settings.class);
        errors.bind("parley.chatkit", ClientToolSettings.class);
        checkNumber(errors, binder, PORT, 0, HIGHEST_PORT);
        checkNumber(errors, binder, POOL_SIZE, 1, Integer.MAX_VALUE);
        OF_SPRING.forEach(errors::bind);
        FILES.forEach(property -> errors.check(() -> checkFile(binder, property)));
        FORWARDING.forEach(property -> errors.check(() -> checkForwarding(binder, property)));
        errors.check(() -> checkHttp2(binder));
        ADDRESSES.forEach(property -> errors.check(() -> checkAddress(binder, property)));
        if (settings != null && errors.isEmpty()) {
            errors.check(() -> checkDatabase(environment, settings.auth()));
            errors.check(() -> settings.assistant().headersByName());
            errors.check(() -> settings.assistant().instructions());
        }
        errors.throwIfAny();
        return Objects.requireNonNull(settings);
    }

    /** The server is started last, which is late to learn that it cannot listen. */
    private static void checkAddress(Binder binder, String property) {
        String address = binder.bind(property, String.class).orElse("");
        try {
            PortCheck.listen(address, 0);
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    BindingErrorText.sentence(property, "must be " + BindingErrorText.ADDRESS, address), e);
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

    private static void checkFile(Binder binder, String property) {
        String name = binder.bind(property, String.class).orElse("");
        if (!ReadableFile.is(name)) {
            throw new InvalidConfigurationException(SettingName.of(property) + " " + ReadableFile.RULE + ".");
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

    /** Requests that share a connection would not be bounded as those are that have one for themselves. */
    private static void checkHttp2(Binder binder) {
        if (binder.bind(HTTP_2, Boolean.class).orElse(false)) {
            throw new InvalidConfigurationException(SettingName.of(HTTP_2)
                    + " is not for Parley, which speaks HTTP/1.1 and bounds its connections; a proxy in front of it may"
                    + " speak HTTP/2 with clients.");
        }
    }

    /** What goes with a database of one's own has no effect without one. */
    private static void checkOwner(ConfigurableEnvironment environment) {
        if (OnEmbeddedDatabase.holds(environment)) {
            Stream.of(DATABASE_DIRECT_URL, MIGRATION_USERNAME, MIGRATION_PASSWORD)
                    .filter(setting -> setting.isSetIn(environment))
                    .findFirst()
                    .ifPresent(setting -> {
                        throw new InvalidConfigurationException("Set " + DATABASE_URL + " as well as " + setting
                                + ": the embedded PostgreSQL has its own roles and address.");
                    });
        } else if (MIGRATION_PASSWORD.isSetIn(environment) && !MIGRATION_USERNAME.isSetIn(environment)) {
            throw new InvalidConfigurationException(
                    "Set " + MIGRATION_USERNAME + " as well as " + MIGRATION_PASSWORD + ".");
        }
    }

    private static void checkNumber(SettingErrors errors, Binder binder, Setting setting, int least, int most) {
        Integer number = binder.bind(setting.property(), Bindable.of(Integer.class), errors)
                .orElse(null);
        if (number != null && (number < least || number > most)) {
            String rule =
                    most == Integer.MAX_VALUE ? "must be at least " + least : "must be from " + least + " to " + most;
            errors.add(
                    ConfigurationPropertyName.of(setting.property()),
                    BindingErrorText.sentence(setting.property(), rule, number));
        }
    }
}
