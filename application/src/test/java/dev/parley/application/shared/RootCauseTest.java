package dev.parley.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootCauseTest {

    @Test
    void aCauseWithoutAMessageIsDescribedByWhatItCaused() {
        assertThat(RootCause.of(new IOException("the issuer does not answer", new ClosedChannelException())))
                .isEqualTo("IOException: the issuer does not answer");
    }

    @Test
    void itIsTheInnermostCauseWithItsClassAndMessage() {
        assertThat(RootCause.of(new IllegalStateException("outer", new IOException("inner"))))
                .isEqualTo("IOException: inner");
        assertThat(RootCause.of(new IllegalStateException())).isEqualTo("IllegalStateException: no message");
    }

    @Test
    void aDatabasesStateIsTold() {
        SQLException full = new SQLException("No space left on device", "53100");

        assertThat(RootCause.of(SystemFailure.unavailable("run.start", new IllegalStateException("insert", full))))
                .isEqualTo("SQLException (SQL state 53100): No space left on device");
        assertThat(RootCause.of(new SQLException("gone", "08006", new IOException("Read timed out"))))
                .isEqualTo("IOException (SQL state 08006): Read timed out");
    }

    @Test
    void theCauseOfABatchIsItsNextException() {
        BatchUpdateException batch = new BatchUpdateException("batch entry 0", "22000", new int[0]);
        batch.setNextException(new SQLException("No space left on device", "53100"));

        assertThat(RootCause.of(batch)).isEqualTo("SQLException (SQL state 53100): No space left on device");
    }

    @Test
    void aMessageStaysOnOneLineAndShort() {
        String hostile = "one\r\n2026-01-01 ERROR forged\u001b[2J\u2066 end\u0085" + "x".repeat(1000);

        assertThat(RootCause.of(new IOException(hostile)))
                .startsWith("IOException: one 2026-01-01 ERROR forged?[2J? end x")
                .hasSizeLessThanOrEqualTo(300)
                .matches("\\P{Cntrl}*");
    }

    @Test
    void aSecretIsReplacedBeforeTheMessageIsCut() {
        Secrets secrets = new Secrets(List.of("a key of many characters"));
        SQLException refused = new SQLException("x".repeat(265) + "a key of many characters", "28P01");

        assertThat(RootCause.of(new IOException(refused), secrets))
                .startsWith("SQLException (SQL state 28P01): x")
                .doesNotContain("a key");
        assertThat(RootCause.of(secrets.hideIn(new IOException("no a key of many characters"))))
                .isEqualTo("IOException: no [secret]");
    }

    @Test
    void causesInACircleEnd() {
        IOException first = new IOException("first");
        IllegalStateException second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(RootCause.of(first)).isIn("IOException: first", "IllegalStateException: second");
    }
}
