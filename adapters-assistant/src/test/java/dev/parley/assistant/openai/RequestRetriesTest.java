package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.openai.core.http.Headers;
import com.openai.errors.RateLimitException;
import dev.parley.assistant.openai.ModelFailed.Reason;
import dev.parley.assistant.testing.SettableTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestRetriesTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SettableTicker ticker = new SettableTicker();
    private final List<Duration> pauses = new ArrayList<>();
    private final RequestRetries attempts = new RequestRetries(2, Deadline.in(LIMIT, ticker::monotonicTime), pause -> {
        pauses.add(pause);
        ticker.advance(pause);
    });

    @Test
    void theProvidersWishToBeLeftAloneIsRespected() {
        List<String> answers = new ArrayList<>();

        String answer = attempts.make(() -> {
            answers.add("asked after " + pauses);
            if (answers.size() == 1) {
                throw busyFor(7);
            }
            return "Hello";
        });

        assertThat(answer).isEqualTo("Hello");
        assertThat(answers).containsExactly("asked after []", "asked after [PT7S]");
    }

    @Test
    void anAttemptThatWouldBeginAfterTheDeadlineIsNotMade() {
        ModelFailed busy = busyFor(7);

        assertThatExceptionOfType(ModelFailed.class)
                .isThrownBy(() -> attempts.make(() -> {
                    throw busy;
                }))
                .isSameAs(busy);

        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void withoutAWishEachPauseIsLongerThanTheOneBefore() {
        assertThatExceptionOfType(ModelFailed.class)
                .isThrownBy(() -> attempts.make(() -> {
                    throw new ModelFailed(Reason.CONNECTION, null);
                }));

        assertThat(pauses).hasSize(2).isSorted();
    }

    private static ModelFailed busyFor(int seconds) {
        return ModelFailed.of(RateLimitException.builder()
                .headers(Headers.builder()
                        .put("Retry-After", Integer.toString(seconds))
                        .build())
                .build());
    }
}
