package dev.parley.web.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashingTest {

    private final BcryptPasswordHasher hasher = new BcryptPasswordHasher();

    @ParameterizedTest
    @ValueSource(ints = {71, 72, 73, 74, 256})
    void everyByteCounts(int length) {
        String text = "x".repeat(length - 1);
        PasswordHash hash = hasher.hash(new Password(text + "y"));

        assertThat(hasher.matches(new Password(text + "y"), hash)).isTrue();
        assertThat(hasher.matches(new Password(text + "z"), hash)).isFalse();
        assertThat(hasher.matches(new Password(text), hash)).isFalse();
    }

    @Test
    void hashesMadeBeforeLongPasswordsFittedRemainValid() {
        PasswordHash released = new PasswordHash("$2a$10$LQh.9nXgGQ/6c.c0Qq04aeRlloKqs.ZMZ29fwMqWoeipOGSeiLhnW");

        assertThat(hasher.matches(new Password("correct horse"), released)).isTrue();
        assertThat(BcryptInput.of(new Password("ü".repeat(36)))).isEqualTo("ü".repeat(36));
    }

    @Test
    void bcryptGetsAtMost72BytesWithoutNul() {
        String input = BcryptInput.of(new Password("🚢".repeat(256)));

        assertThat(input.getBytes(UTF_8)).hasSize(64).doesNotContain((byte) 0);
        assertThat(BcryptInput.of(new Password("🚢".repeat(255)))).isNotEqualTo(input);
    }

    @Test
    void commonPasswordsComeFromTheJar() {
        CommonPasswords common = new CommonPasswords();

        assertThat(common.contains("iloveyou")).isTrue();
        assertThat(common.contains("trustno1")).isTrue();
        assertThat(common.contains("correct horse")).isFalse();
    }
}
