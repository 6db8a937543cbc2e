package dev.parley.web.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedStreamTest {

    @Test
    void aStreamIsReadInItsTime() throws IOException {
        InputStream timed = new TimedStream(new ByteArrayInputStream(new byte[100]), Duration.ofMinutes(1));

        assertThat(timed.readAllBytes()).hasSize(100);
    }

    @Test
    void aStreamThatTakesTooLongIsRefused() {
        InputStream timed = new TimedStream(new ByteArrayInputStream(new byte[100]), Duration.ofNanos(-1));

        assertThatThrownBy(timed::read).isInstanceOf(IOException.class);
        assertThatThrownBy(timed::readAllBytes).isInstanceOf(IOException.class);
    }
}
