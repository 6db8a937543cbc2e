package dev.parley.e2e;

import dev.parley.web.testing.HostileClient;
import dev.parley.web.testing.RandomConversation;
import dev.parley.web.testing.Seeds;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done and whatever is sent: on PostgreSQL, too, all agrees, and what is refused leaves no trace. */
@Timeout(120)
@WithSharedNodes
class RandomCommandsTest {

    private static final ParleyServer PARLEY = SharedNodes.one();

    static LongStream seeds() {
        return Seeds.some(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allThatCanBeReadAgreesAfterAnyDeeds(long seed) {
        Seeds.with(seed, () -> new RandomConversation(PARLEY.someone(), PARLEY.assistant(), seed).go(12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noRequestBreaksAnything(long seed) {
        Seeds.with(seed, () -> new HostileClient(PARLEY::someone, PARLEY.assistant(), seed).send(150));
    }
}
