package dev.parley.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.Subject;
import dev.parley.domain.shared.InvalidRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final ChatFeatures FEATURES =
            new ChatFeatures(true, new ChatFeatures.Uploads(false, 512, 10), new ChatFeatures.History(true, null));

    private final ClientSession session = ClientSession.open(
            ClientSessionId.of("1"),
            AccountIdentity.withoutIssuer(new Subject("ada")).preferredId(),
            new Subject("ada"),
            new Workflow("wf", null, null, true),
            FEATURES,
            new SessionTerms(Duration.ofSeconds(60), 10),
            NOW);

    @Test
    void aSessionIsActiveUntilItExpires() {
        assertThat(session.status(NOW)).isEqualTo(ClientSessionStatus.ACTIVE);
        assertThat(session.status(NOW.plusSeconds(60).minusNanos(1000))).isEqualTo(ClientSessionStatus.ACTIVE);
        assertThat(session.status(NOW.plusSeconds(60))).isEqualTo(ClientSessionStatus.EXPIRED);
    }

    @Test
    void aCancelledSessionStaysCancelled() {
        ClientSession cancelled = session.cancelled(NOW.plusSeconds(1));

        assertThat(cancelled.status(NOW.plusSeconds(1))).isEqualTo(ClientSessionStatus.CANCELLED);
        assertThat(cancelled.status(NOW.plusSeconds(61))).isEqualTo(ClientSessionStatus.CANCELLED);
        assertThat(cancelled.cancelled(NOW.plusSeconds(2))).isEqualTo(cancelled);
    }

    @Test
    void aSessionThatExpiredIsNotCancelled() {
        assertThat(session.cancelled(NOW.plusSeconds(60))).isEqualTo(session);
    }

    @Test
    void aSecretIsHashedWithSha256AndNeverPrinted() {
        Secret secret = new Secret("abc");

        assertThat(secret.hash().value()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(secret.toString()).doesNotContain("abc");
        assertThat(secret.hash().toString()).doesNotContain("ba78");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 601, Long.MAX_VALUE})
    void aLifetimeOutOfBoundsIsRefused(long seconds) {
        assertThatThrownBy(() -> new SessionTerms(Duration.ofSeconds(seconds), 10))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("expires_after.seconds must be from 1 to 600");
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> new SessionTerms(Duration.ofSeconds(1), 0)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void limitsOfUploadsAndHistoryHaveBounds() {
        assertThatThrownBy(() -> new ChatFeatures.Uploads(true, 513, 1)).hasMessageContaining("max_file_size");
        assertThatThrownBy(() -> new ChatFeatures.Uploads(true, 0, 1)).hasMessageContaining("max_file_size");
        assertThatThrownBy(() -> new ChatFeatures.Uploads(true, 1, 0)).hasMessageContaining("max_files");
        assertThatThrownBy(() -> new ChatFeatures.History(true, 0)).hasMessageContaining("recent_threads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "\ud800"})
    void aWorkflowNeedsAnIdThatCanBeKept(String id) {
        assertThatThrownBy(() -> new Workflow(id, null, null, true))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("workflow.id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "\udc00"})
    void aSubjectHasToBeKept(String text) {
        assertThatThrownBy(() -> Subject.of("user", text))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("user");
        assertThatThrownBy(() -> Subject.of("user", "x".repeat(1025))).isInstanceOf(InvalidRequest.class);
        assertThat(Subject.of("user", "x".repeat(1024)).value()).hasSize(1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", ".", "a b", "ä", "a\n", "../a"})
    void aKeysNameIsPlain(String name) {
        assertThatThrownBy(() -> KeyName.of(name)).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> KeyName.of("a".repeat(65))).isInstanceOf(InvalidRequest.class);
        assertThat(KeyName.of("my-Backend_2.prod").value()).isEqualTo("my-Backend_2.prod");
    }
}
