package dev.parley.e2e;

import dev.parley.bootstrap.Parley;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ScriptedActions;
import dev.parley.web.testing.ScriptedAssistant;
import dev.parley.web.testing.Tokens;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A node of Parley in this JVM, as {@code Parley.main} starts it but for an assistant that tests script. */
public final class ParleyServer implements AutoCloseable {

    private final ConfigurableApplicationContext application;

    private ParleyServer(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts a node on a database that it may share, with an assistant that a test scripts, and actions for its widgets. */
    public static ParleyServer on(TestDatabase database, String... settings) {
        return start(
                new SpringApplicationBuilder(Parley.class, ScriptedAssistant.class, ScriptedActions.class),
                database,
                settings);
    }

    /** Starts a node in which things go wrong where a test asks for it, with an assistant that a test scripts. */
    static ParleyServer withFaults(TestDatabase database, String... settings) {
        return start(
                new SpringApplicationBuilder(Parley.class, ScriptedAssistant.class, FaultyUnits.Wiring.class),
                database,
                settings);
    }

    /** Starts a node with the assistant that its settings tell. */
    public static ParleyServer withItsAssistant(TestDatabase database, String... settings) {
        return start(new SpringApplicationBuilder(Parley.class), database, settings);
    }

    /** Starts a node with the assistant that its settings tell, and beans of one's own. */
    static ParleyServer withBeans(TestDatabase database, Class<?> beans, String... settings) {
        return start(new SpringApplicationBuilder(Parley.class, beans), database, settings);
    }

    /** Starts a node like {@link #on} whose time is another clock's. */
    static ParleyServer withClock(TestDatabase database, InstantSource clock, String... settings) {
        ApplicationContextInitializer<GenericApplicationContext> wiring = context -> context.registerBean(
                "testClock", InstantSource.class, () -> clock, definition -> definition.setPrimary(true));
        return start(
                new SpringApplicationBuilder(Parley.class, ScriptedAssistant.class, ScriptedActions.class)
                        .initializers(wiring),
                database,
                settings);
    }

    private static ParleyServer start(SpringApplicationBuilder application, TestDatabase database, String... settings) {
        Map<String, String> properties = new LinkedHashMap<>(Map.of(
                "parley.runs.drain-timeout", "1s",
                "server.port", "0",
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn",
                "parley.auth.jwt-secret", Tokens.SECRET,
                "parley.auth.local-accounts", "true",
                "parley.limits.requests-per-minute", "100000"));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        String[] arguments = properties.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new ParleyServer(application.run(arguments));
    }

    /** A user whom no server has met. */
    public Api someone() {
        return anonymous().as(Tokens.ofSomeone());
    }

    /** An operator. */
    Api administrator() {
        return anonymous().as(administratorToken());
    }

    static String administratorToken() {
        return Tokens.with("{\"sub\":\"operator\",\"scope\":\"parley.admin\",\"exp\":%d}".formatted(Tokens.LATER));
    }

    /** A caller without a token. */
    public Api anonymous() {
        return new Api(URI.create("http://127.0.0.1:" + port()), null);
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A part that no test reaches over HTTP. */
    <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    /** What answers. */
    ScriptedAssistant assistant() {
        return application.getBean(ScriptedAssistant.class);
    }

    @Override
    public void close() {
        application.close();
    }
}
