package dev.parley.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.assistant.Assistant;
import dev.parley.bootstrap.Parley;
import dev.parley.web.testing.ScriptedAssistant;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Parley in a process of its own, telling a {@link Story}, with faults where requests ask for them. A line on its standard
 * input lets what is paused go on; a line with a {@link Fault.Kind} is for the next batch of the log.
 */
public final class ParleyWithFaults {

    /** A message whose answer pauses in the middle. */
    static final String PAUSE = "pause in the middle";

    /** A message whose answer pauses in the middle and does not go on. */
    static final String PAUSE_FOREVER = "pause forever";

    /** A message whose answer takes a while. */
    static final String SLOWLY = "tell me slowly";

    /** A message whose answer runs out of memory. */
    static final String OUT_OF_MEMORY = "run out of memory";

    /** A line that lets the container's thread run out of memory that looks for new requests. */
    static final String POLLER = "poller";

    /** A path at which a filter runs out of memory. */
    static final String OUT_OF_MEMORY_PATH = "/out-of-memory";

    private static final AtomicBoolean POLLER_FAILS = new AtomicBoolean();

    private ParleyWithFaults() {}

    /** The entry point. */
    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
        CountDownLatch middle = new CountDownLatch(1);
        ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        Parley.class, ScriptedAssistant.class, FaultyUnits.Wiring.class, FaultyServer.class)
                .run(arguments);
        application
                .getBean(ScriptedAssistant.class)
                .follow((turn, reply) -> told(turn.message().text(), middle).answer(turn, reply));
        new BufferedReader(new InputStreamReader(System.in, UTF_8)).lines().forEach(line -> {
            if (line.equals(POLLER)) {
                POLLER_FAILS.set(true);
            } else if (line.isEmpty()) {
                middle.countDown();
            } else {
                application.getBean(FaultyUnits.class).standInNextBatch(Fault.Kind.valueOf(line));
            }
        });
    }

    private static Assistant told(String message, CountDownLatch middle) {
        return switch (message) {
            case PAUSE -> Story.pausedUntil(middle);
            case PAUSE_FOREVER -> Story.pausedUntil(new CountDownLatch(1));
            case SLOWLY -> Story.slowly();
            case OUT_OF_MEMORY ->
                (turn, reply) -> {
                    throw new OutOfMemoryError("thrown by a test");
                };
            default -> Story.atOnce();
        };
    }

    /** Runs out of memory where it is told to. */
    @Configuration(proxyBeanMethods = false)
    static class FaultyServer {

        @Bean
        Filter faultyFilter() {
            return (request, response, chain) -> {
                if (((HttpServletRequest) request).getServletPath().equals(OUT_OF_MEMORY_PATH)) {
                    throw new OutOfMemoryError("thrown by a test");
                }
                chain.doFilter(request, response);
            };
        }

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> faultyPoller() {
            return tomcat -> tomcat.addConnectorCustomizers(connector -> {
                AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
                Executor usual = protocol.getExecutor();
                protocol.setExecutor(work -> {
                    if (POLLER_FAILS.get()) {
                        throw new OutOfMemoryError("thrown by a test");
                    }
                    usual.execute(work);
                });
            });
        }
    }
}
