package dev.parley.web.testing;

import dev.parley.application.access.AddApiKey;
import dev.parley.application.access.RevokeApiKey;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RecordingErrorReporter;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyTerms;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The web adapters on a port of loopback, over use cases that keep everything in memory. */
public final class RunningParley implements AutoCloseable {

    private static final List<String> DEFAULTS = List.of(
            "server.port=0",
            "server.address=127.0.0.1",
            "spring.threads.virtual.enabled=true",
            "spring.main.banner-mode=off",
            "spring.mvc.formcontent.filter.enabled=false",
            "spring.servlet.multipart.enabled=false",
            "logging.level.root=warn",
            "parley.auth.local-accounts=true",
            "parley.limits.requests-per-minute=1000");

    private final ConfigurableApplicationContext application;

    private RunningParley(ConfigurableApplicationContext application) {
        this.application = application;
        ApiContract.watch(port());
    }

    /** The server that tests share; it stops with the JVM. */
    public static RunningParley shared() {
        return Shared.SERVER;
    }

    /** A server that tests share: below {@code /talk}, with few requests a minute, and with a trusted proxy at 127.0.0.1. */
    public static RunningParley behindProxy() {
        return BehindProxy.SERVER;
    }

    /** A server of its own, with settings such as {@code parley.limits.requests-per-minute=3}. */
    public static RunningParley start(String... settings) {
        return start(InMemoryParley.class, settings);
    }

    /** The same with the beans of one more class. */
    public static RunningParley start(Class<?> configuration, String... settings) {
        Map<String, String> properties = new LinkedHashMap<>();
        Stream.concat(DEFAULTS.stream(), Arrays.stream(settings))
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> properties.put(setting[0], setting[1]));
        String[] arguments = properties.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        SpringApplication application = new SpringApplication(InMemoryParley.class, configuration);
        application.addInitializers(context -> addPorts(context.getBeanFactory()));
        return new RunningParley(application.run(arguments));
    }

    private static void addPorts(SingletonBeanRegistry beans) {
        PortsUnderTest ports = PortsUnderTest.inMemory();
        beans.registerSingleton("ports", ports);
        ports.byType().forEach((type, port) -> beans.registerSingleton(type.getName(), port));
    }

    /** A user whom the server has not met. */
    public Api someone() {
        return anonymous().as(Tokens.ofSomeone());
    }

    /** A caller without a token. */
    public Api anonymous() {
        return new Api(URI.create("http://127.0.0.1:" + port()), null);
    }

    /** A server with an API key. */
    public Api backend() {
        return anonymous().as(newKey("key-" + UUID.randomUUID()));
    }

    /** The secret of a new API key. */
    public String newKey(String name) {
        return newKey(name, KeyTerms.DEFAULT);
    }

    /** The secret of a new API key. */
    public String newKey(String name, KeyTerms terms) {
        return application.getBean(AddApiKey.class).add(KeyName.of(name), terms).value();
    }

    /** Revokes an API key. */
    public void revokeKey(String name) {
        application.getBean(RevokeApiKey.class).revoke(KeyName.of(name));
    }

    /** The server's port. */
    public int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** What answers. */
    public ScriptedAssistant assistant() {
        return application.getBean(ScriptedAssistant.class);
    }

    /** One of the use cases, or another part that no test reaches over HTTP. */
    public <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    /** What handles actions. */
    public ScriptedActions actions() {
        return application.getBean(ScriptedActions.class);
    }

    /** What failed. */
    public RecordingErrorReporter errorReporter() {
        return application.getBean(RecordingErrorReporter.class);
    }

    /** What writes and reads its JSON. */
    public JsonMapper json() {
        return application.getBean(JsonMapper.class);
    }

    @Override
    public void close() {
        application.close();
    }

    private static final class BehindProxy {

        private static final RunningParley SERVER = start(
                "parley.limits.requests-per-minute=3",
                "server.servlet.context-path=/talk",
                "parley.trusted-proxies=127.0.0.1, 10.1.0.0/16");
    }

    private static final class Shared {

        private static final RunningParley SERVER = start();
    }
}
