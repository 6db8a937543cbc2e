package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionStatesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ConnectionStates<String> states = new ConnectionStates<>(nanos::get);

    @Test
    void theOnesThatHaveWaitedLongestArePickedFirst() {
        begin("first");
        begin("second");
        begin("third");

        assertThat(states.pickOldest(2)).containsExactly("first", "second");
        assertThat(states.pickOldest(2)).containsExactly("third");
        assertThat(states.picked()).isEqualTo(3);
    }

    @Test
    void aRequestThatIsServedIsNeverPicked() {
        begin("served");
        states.serve("served");

        assertThat(states.pickOldest(1)).isEmpty();
        assertThat(states.pickSlowHeaders(Duration.ZERO)).isEmpty();
    }

    @Test
    void aBodyIsWaitedForSinceTheRequestBegan() {
        begin("slow body");
        begin("headers");
        states.serve("slow body");
        states.readBody("slow body");

        assertThat(states.pickOldest(1)).containsExactly("slow body");
    }

    @Test
    void anAnswerThatTheClientDoesNotReadWaitsSinceThatWasSeen() {
        begin("stream");
        states.serve("stream");
        begin("headers");
        nanos.incrementAndGet();
        states.markBlocked("stream"::equals);

        assertThat(states.pickOldest(2)).containsExactly("headers", "stream");
    }

    @Test
    void anAnswerThatIsReadAgainIsNotPicked() {
        begin("stream");
        states.serve("stream");
        states.markBlocked("stream"::equals);
        states.markBlocked(connection -> false);

        assertThat(states.pickOldest(1)).isEmpty();
    }

    @Test
    void anIdleConnectionWaitsSinceItsLastAnswer() {
        begin("idle");
        states.serve("idle");
        begin("headers");
        nanos.incrementAndGet();
        states.idle("idle");

        assertThat(states.pickOldest(2)).containsExactly("headers", "idle");
    }

    @Test
    void bytesOfTheSameHeadersDoNotMakeThemYounger() {
        begin("slow headers");
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        states.readHeaders("slow headers");

        assertThat(states.pickSlowHeaders(Duration.ofSeconds(20))).containsExactly("slow headers");
    }

    @Test
    void theNextRequestOverTheSameConnectionHasItsOwnTime() {
        begin("connection");
        states.serve("connection");
        states.idle("connection");
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        states.readHeaders("connection");

        assertThat(states.pickSlowHeaders(Duration.ofSeconds(20))).isEmpty();
    }

    @Test
    void aConnectionThatIsIdleAlreadyIsNotTakenForANewOne() {
        begin("connection");
        states.idle("connection");
        states.accept("connection");

        assertThat(states.pickSlowHeaders(Duration.ZERO)).isEmpty();
    }

    @Test
    void aConnectionThatSaysNothingIsSlow() {
        states.accept("silent");
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());

        assertThat(states.pickSlowHeaders(Duration.ofSeconds(20))).containsExactly("silent");
    }

    @Test
    void whatWasPickedStaysPickedWhateverItDoes() {
        begin("picked");
        states.pickOldest(1);

        states.serve("picked");
        states.idle("picked");
        states.readHeaders("picked");

        assertThat(states.pickOldest(1)).isEmpty();
        assertThat(states.picked()).isOne();
    }

    @Test
    void whatIsClosedIsForgotten() {
        begin("closed");
        begin("open");

        states.forget("closed"::equals);

        assertThat(states.size()).isOne();
        assertThat(states.pickOldest(2)).containsExactly("open");
    }

    private void begin(String connection) {
        nanos.incrementAndGet();
        states.readHeaders(connection);
    }
}
