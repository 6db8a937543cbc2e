package dev.parley.web.chatkit;

import dev.parley.web.testing.RandomConversation;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Seeds;
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

    static LongStream seeds() {
        return Seeds.some(8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(60)
    void everythingAgreesAfterAnyDeeds(long seed) {
        Seeds.with(seed, () -> new RandomConversation(PARLEY.someone(), PARLEY.assistant(), seed).go(15));
    }
}
