package dev.parley.web.stream;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.application.testing.Examples;
import dev.parley.domain.account.AccountId;
import dev.parley.web.rate.RequestLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MeasuredStreamsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OpenStreams streams = new OpenStreams(new RequestLimits(30, 20), meters);
    private final AccountId user = Examples.someone();

    @Test
    void eachKindIsThereBeforeTheFirstStream() {
        for (StreamKind kind : StreamKind.values()) {
            assertThat(open(kind)).isZero();
        }
    }

    @Test
    void aStreamIsOfItsKindUntilItsEnd() throws InterruptedException {
        streams.serve(
                user,
                StreamKind.CHATKIT,
                () -> streams.serve(user, StreamKind.EVENTS, () -> {
                    assertThat(open(StreamKind.CHATKIT)).isOne();
                    assertThat(open(StreamKind.EVENTS)).isOne();
                    assertThat(open(StreamKind.RUN)).isZero();
                    return null;
                }));

        assertThat(open(StreamKind.CHATKIT)).isZero();
        assertThat(open(StreamKind.EVENTS)).isZero();
    }

    @Test
    void aStreamThatBreaksIsOpenNoLonger() {
        assertThatIllegalStateException()
                .isThrownBy(() -> streams.serve(user, StreamKind.RUN, () -> {
                    throw new IllegalStateException("broken");
                }));

        assertThat(open(StreamKind.RUN)).isZero();
    }

    private double open(StreamKind kind) {
        return meters.get("parley.streams.open")
                .tag("kind", kind.name().toLowerCase(ROOT))
                .gauge()
                .value();
    }
}
