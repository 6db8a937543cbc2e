package dev.parley.web.chatkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.ActiveUser;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.ChatKitContract;
import dev.parley.web.testing.HostileClient;
import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Seeds;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer has the protocol's form, and what is refused changes nothing. */
class HostileRequestTest {

    private static final RunningParley PARLEY =
            RunningParley.start("parley.limits.requests-per-minute=1000000", "parley.test.listens=true");

    @AfterAll
    static void stop() {
        PARLEY.close();
    }

    @Test
    void whatIsChangedIsGoodAndKnowsEveryOperation() {
        Set<String> operations =
                ActiveUser.of(PARLEY.someone(), PARLEY.assistant()).requests().keySet();

        assertThat(operations).isEqualTo(ChatKitContract.operations()).allSatisfy(operation -> {
            ActiveUser user = ActiveUser.of(PARLEY.someone(), PARLEY.assistant());
            Answer answer = user.chat().post(user.requests().getOrDefault(operation, ""));
            ChatKitContract.check(operation, answer);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("\"type\":\"error\"");
        });
    }

    static LongStream seeds() {
        return Seeds.some(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(60)
    void nothingBreaksAndWhatIsRefusedLeavesNoTrace(long seed) {
        Seeds.with(seed, () -> new HostileClient(PARLEY::someone, PARLEY.assistant(), seed).send(300));
    }
}
