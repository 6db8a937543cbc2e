package dev.parley.assistant.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.http.Headers;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.RateLimitException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    @Test
    void secondsAreTakenAsTheyAre() {
        assertThat(of(Headers.builder().put("retry-after", "20"))).contains(Duration.ofSeconds(20));
    }

    @Test
    void aDateCountsFromTheAnswersOwn() {
        assertThat(of(Headers.builder()
                        .put("Date", "Wed, 21 Oct 2015 07:28:00 GMT")
                        .put("Retry-After", "Wed, 21 Oct 2015 07:28:07 GMT")))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void whatCannotBeReadSaysNothing() {
        assertThat(of(Headers.builder().put("Retry-After", "soon"))).isEmpty();
        assertThat(of(Headers.builder().put("Retry-After", "-1"))).isEmpty();
        assertThat(of(Headers.builder())).isEmpty();
        assertThat(RetryAfter.of(new OpenAIIoException("no answer at all"))).isEmpty();
    }

    private static Optional<Duration> of(Headers.Builder headers) {
        return RetryAfter.of(
                RateLimitException.builder().headers(headers.build()).build());
    }
}
