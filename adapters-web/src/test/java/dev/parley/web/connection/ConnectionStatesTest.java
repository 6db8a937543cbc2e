package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.request.ClientNetwork;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionStatesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final ConnectionStates<String> states =
            new ConnectionStates<>(nanos::get, connection -> ClientNetwork.of(connection.replaceFirst(".* from ", "")));

    @Test
    void theOnesThatHaveWaitedLongestArePickedFirst() {
        begin("first");
        begin("second");
        begin("third");

        assertThat(states.pickOldest(2, Duration.ZERO)).containsExactly("first", "second");
        assertThat(states.pickOldest(2, Duration.ZERO)).containsExactly("third");
        assertThat(states.closing()).isEqualTo(3);
    }

    @Test
    void theNetworkWithMostConnectionsLosesItsOldestFirst() {
        begin("first of two from 192.0.2.2");
        begin("second of two from 192.0.2.2");
        begin("first of three from 192.0.2.3");
        begin("second of three from 192.0.2.3");
        begin("third of three from 192.0.2.3");
        begin("first of three from 192.0.2.4");
        begin("second of three from 192.0.2.4");
        begin("third of three from 192.0.2.4");

        assertThat(states.pickOldest(3, Duration.ZERO))
                .containsExactly(
                        "first of three from 192.0.2.3",
                        "first of three from 192.0.2.4",
                        "second of three from 192.0.2.3");
    }

    @Test
    void aNetworkWithFewerConnectionsThanOthersLosesNoneHoweverManyAreToGo() {
        begin("older from 192.0.2.1");
        begin("first of many from 192.0.2.2");
        begin("second of many from 192.0.2.2");
        states.queue("second of many from 192.0.2.2");

        assertThat(states.pickOldest(3, Duration.ZERO)).containsExactly("first of many from 192.0.2.2");
    }

    @Test
    void aNetworksOnlyConnectionIsPickedWhereNoNetworkHasMore() {
        begin("older from 192.0.2.1");
        begin("newer from 192.0.2.2");

        assertThat(states.pickOldest(1, Duration.ZERO)).containsExactly("older from 192.0.2.1");
    }

    @Test
    void aRequestThatIsServedIsNeverPicked() {
        begin("served");
        states.serve("served");

        assertThat(states.pickOldest(1, Duration.ZERO)).isEmpty();
        assertThat(states.pickSlowHeaders(Duration.ZERO)).isEmpty();
    }

    @Test
    void aBodyIsWaitedForSinceTheRequestBegan() {
        begin("slow body");
        begin("headers");
        states.serve("slow body");
        states.readBody("slow body");

        assertThat(states.pickOldest(1, Duration.ZERO)).containsExactly("slow body");
    }

    @Test
    void anAnswerThatTheClientDoesNotReadWaitsSinceThatWasSeen() {
        begin("stream");
        states.serve("stream");
        begin("headers");
        nanos.incrementAndGet();
        states.markBlocked("stream"::equals);

        assertThat(states.pickOldest(2, Duration.ZERO)).containsExactly("headers", "stream");
    }

    @Test
    void anAnswerThatIsReadAgainIsNotPicked() {
        begin("stream");
        states.serve("stream");
        states.markBlocked("stream"::equals);
        states.markBlocked(connection -> false);

        assertThat(states.pickOldest(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void anIdleConnectionWaitsSinceItsLastAnswer() {
        begin("idle");
        states.serve("idle");
        begin("headers");
        nanos.incrementAndGet();
        states.idle("idle");

        assertThat(states.pickOldest(2, Duration.ZERO)).containsExactly("headers", "idle");
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
        states.pickOldest(1, Duration.ZERO);

        states.serve("picked");
        states.idle("picked");
        states.readHeaders("picked");

        assertThat(states.pickOldest(1, Duration.ZERO)).isEmpty();
        assertThat(states.closing()).isOne();
    }

    @Test
    void whoHasJustComeIsNotPicked() {
        begin("old");
        nanos.addAndGet(Duration.ofMillis(250).toNanos() - 1);
        begin("new");

        assertThat(states.pickOldest(2, Duration.ofMillis(250))).containsExactly("old");
    }

    @Test
    void aRequestThatWaitsForAThreadIsNotPicked() {
        begin("queued");
        states.queue("queued");

        assertThat(states.pickOldest(1, Duration.ZERO)).isEmpty();
        assertThat(states.pickSlowHeaders(Duration.ZERO)).isEmpty();
    }

    @Test
    void timeForWhichARequestWaitsForAThreadIsNotItsClients() {
        begin("queued");
        states.queue("queued");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        states.readHeaders("queued");
        states.readBody("queued");

        assertThat(states.pickOldest(1, Duration.ofMillis(250))).isEmpty();
    }

    @Test
    void headersThatDripDoNotBecomeYoungerByWaitingForAThread() {
        begin("dripping");
        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        states.queue("dripping");
        states.readHeaders("dripping");

        assertThat(states.pickSlowHeaders(Duration.ofSeconds(20))).containsExactly("dripping");
    }

    @Test
    void aConnectionThatIsClosedIsReleased() {
        begin("picked");
        states.pickOldest(1, Duration.ZERO);
        begin("open");

        states.release("picked");
        states.release("picked");

        assertThat(states.closing()).isZero();
        assertThat(states.pickOldest(2, Duration.ZERO)).containsExactly("open");
    }

    @Test
    void whatWasClosedBeforeItWasKnownIsReleasedLater() {
        begin("closed");
        begin("open");

        states.releaseAll("closed"::equals);

        assertThat(states.size()).isOne();
    }

    private void begin(String connection) {
        nanos.incrementAndGet();
        states.readHeaders(connection);
    }
}
