package dev.parley.e2e;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.HostileClient;
import dev.parley.web.testing.RandomConversation;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done and whatever is sent: on PostgreSQL, too, all agrees, and what is refused leaves no trace. */
@Timeout(120)
class AnyDeedsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ParleyServer PARLEY = ParleyServer.on(DATABASE);

    @AfterAll
    static void stop() {
        PARLEY.close();
        DATABASE.close();
    }

    /** Not always the same, so that more is found in the long run; a failure names its seed. */
    static LongStream seeds() {
        Long given = Long.getLong("parley.test.seed");
        return given == null ? new Random().longs(2) : LongStream.of(given);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allThatCanBeReadAgreesAfterAnyDeeds(long seed) {
        new RandomConversation(PARLEY.someone(), PARLEY.assistant(), seed).go(12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noRequestBreaksAnything(long seed) {
        new HostileClient(PARLEY::someone, PARLEY.assistant(), seed).send(100);
    }
}
