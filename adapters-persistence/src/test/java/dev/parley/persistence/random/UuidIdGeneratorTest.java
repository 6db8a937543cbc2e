package dev.parley.persistence.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.application.shared.SystemFailure;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidIdGeneratorTest {

    private final UuidIdGenerator ids = new UuidIdGenerator(new SecureRandom());

    @Test
    void uuidsAreOfVersionSeven() {
        assertThat(Stream.of(
                        ids.conversation().value(),
                        ids.run().value(),
                        ids.task().value(),
                        ids.account().value()))
                .allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
    }

    /** Those of one millisecond are in no order. */
    @Test
    void uuidsOfLaterMillisecondsSortLater() {
        List<String> times = Stream.generate(() -> ids.conversation().toString())
                .limit(1000)
                .map(id -> id.substring(0, "01234567-0123".length()))
                .toList();

        assertThat(times).isSorted();
    }

    /** Two random numbers of 62 bits are this close once in four billion times. */
    @Test
    void nobodyCanGuessAnIdFromItsNeighbour() {
        List<UUID> made = Stream.generate(() -> ids.conversation().value())
                .limit(1000)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();

        for (int next = 1; next < made.size(); next++) {
            long apart = made.get(next).getLeastSignificantBits()
                    - made.get(next - 1).getLeastSignificantBits();
            assertThat(Math.abs(apart)).isGreaterThan(1L << 20);
        }
    }

    @Test
    void aMessagesIdHas128RandomBits() {
        assertThat(ids.message().value())
                .matches("msg_[0-9a-f]{32}")
                .isNotEqualTo(ids.message().value());
    }

    @Test
    void aFailureNamesItsStep() {
        UuidIdGenerator broken = new UuidIdGenerator(new Random() {
            @Override
            public void nextBytes(byte[] bytes) {
                throw new IllegalStateException("no entropy");
            }
        });

        assertThatExceptionOfType(SystemFailure.class)
                .isThrownBy(broken::message)
                .satisfies(failure -> assertThat(failure.step()).isEqualTo("id.generate"))
                .havingCause()
                .withMessage("no entropy");
    }
}
