package dev.parley.web.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.web.connection.ClientConnection;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyStreamTest {

    private final List<Duration> waits = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final BodyBudget budget = new BodyBudget(40);

    @Test
    void aBodyIsReadToItsEnd() throws IOException {
        BodyStream body = body("hello", 5);

        assertThat(body.readAllBytes()).asString(UTF_8).isEqualTo("hello");
    }

    @Test
    void aByteMoreThanTheMaximumIsRefused() {
        assertThatExceptionOfType(HttpErrorException.class)
                .isThrownBy(() -> body("hello", 4).readAllBytes())
                .withMessageContaining("at most");
    }

    @Test
    void aBodyHasAMinuteAsAWhole() throws IOException {
        BodyStream body = body("hello", 5);

        nanos.set(Duration.ofSeconds(60).toNanos() - 1);
        assertThat(body.read()).isEqualTo('h');

        nanos.incrementAndGet();
        assertThatExceptionOfType(HttpErrorException.class)
                .isThrownBy(body::read)
                .withMessageContaining("60 s");
    }

    @Test
    void aHandlerThatExpectsMoreGivesItMoreTime() throws IOException {
        BodyStream body = body("hello", 5);
        body.setTimeout(Duration.ofSeconds(90), HttpError.of(RequestError.BODY_ENDED_EARLY));

        nanos.set(Duration.ofSeconds(89).toNanos());
        assertThat(body.read()).isEqualTo('h');

        nanos.set(Duration.ofSeconds(90).toNanos());
        assertThatExceptionOfType(HttpErrorException.class)
                .isThrownBy(body::read)
                .withMessage(RequestError.BODY_ENDED_EARLY.english());
    }

    @Test
    void eachReadWaitsNoLongerThanIsLeft() throws IOException {
        BodyStream body = body("hello", 5);

        body.read();
        nanos.set(Duration.ofSeconds(20).toNanos());
        body.read();

        assertThat(waits).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(40));
    }

    @Test
    void whatIsReadIsCounted() throws IOException {
        BodyStream body = body("hello", 5);
        body.countIn(budget.share("ada"));
        assertThat(budget.taken()).isZero();

        body.read();
        assertThat(budget.taken()).isEqualTo(1);

        body.readAllBytes();
        assertThat(budget.taken()).isEqualTo(5);
    }

    @Test
    void whatIsPassedOnIsCountedAsItsBuffersAlone() throws IOException {
        BodyStream body = body("hello, hello", 100);
        body.countIn(budget.share("ada"));

        body.passOn(7);
        body.readAllBytes();

        assertThat(budget.taken()).isEqualTo(7);
    }

    @Test
    void aDigestIsFedWithEachByteOnce() throws Exception {
        BodyStream body = body("hello", 5);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        body.digestWith(digest);

        body.read();
        body.readAllBytes();

        assertThat(digest.digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest("hello".getBytes(UTF_8)));
    }

    private BodyStream body(String text, int maximum) {
        ClientConnection sender = new ClientConnection() {
            @Override
            public void checkPresent() {}

            @Override
            public void awaitBody(Duration timeout) {
                waits.add(timeout);
            }
        };
        return new BodyStream(() -> new ByteArrayInputStream(text.getBytes(UTF_8)), sender, maximum, nanos::get);
    }
}
