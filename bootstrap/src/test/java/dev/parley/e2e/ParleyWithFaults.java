package dev.parley.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.bootstrap.Parley;
import dev.parley.web.testing.ScriptedAssistant;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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

    private ParleyWithFaults() {}

    /** The entry point. */
    public static void main(String[] arguments) {
        CountDownLatch middle = new CountDownLatch(1);
        ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        Parley.class, ScriptedAssistant.class, FaultyUnits.Wiring.class)
                .run(arguments);
        application
                .getBean(ScriptedAssistant.class)
                .follow((turn, reply) -> told(turn.message().text(), middle).answer(turn, reply));
        new BufferedReader(new InputStreamReader(System.in, UTF_8)).lines().forEach(line -> {
            if (line.isEmpty()) {
                middle.countDown();
            } else {
                application.getBean(FaultyUnits.class).standInNextBatch(Fault.Kind.valueOf(line));
            }
        });
    }

    private static Story told(String message, CountDownLatch middle) {
        return switch (message) {
            case PAUSE -> Story.pausedUntil(middle);
            case PAUSE_FOREVER -> Story.pausedUntil(new CountDownLatch(1));
            case SLOWLY -> Story.slowly();
            default -> Story.atOnce();
        };
    }
}
