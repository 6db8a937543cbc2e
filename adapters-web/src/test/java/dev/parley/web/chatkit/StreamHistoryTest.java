package dev.parley.web.chatkit;

import dev.parley.web.testing.RandomConversation;
import dev.parley.web.testing.RunningParley;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any sequence of operations leaves a thread whose pages, get and stream history agree. */
class StreamHistoryTest {

    private static final RunningParley PARLEY = RunningParley.start("parley.limits.requests-per-minute=1000000");

    @AfterAll
    static void stop() {
        PARLEY.close();
    }

    /** Not always the same, so that more is found in the long run; a failure names its seed. */
    static LongStream seeds() {
        Long given = Long.getLong("parley.test.seed");
        return given == null ? new Random().longs(8) : LongStream.of(given);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(60)
    void everythingAgreesAfterAnyDeeds(long seed) {
        new RandomConversation(PARLEY.someone(), PARLEY.assistant(), seed).go(15);
    }
}
