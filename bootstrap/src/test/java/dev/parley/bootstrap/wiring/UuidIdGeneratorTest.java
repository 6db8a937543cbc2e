package dev.parley.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.application.shared.StepFailed;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
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

    @Test
    void laterUuidsSortLater() {
        List<String> made =
                Stream.generate(() -> ids.conversation().toString()).limit(1000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
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

        assertThatExceptionOfType(StepFailed.class)
                .isThrownBy(broken::message)
                .satisfies(failure -> assertThat(failure.step()).isEqualTo("id.generate"))
                .havingCause()
                .withMessage("no entropy");
    }
}
