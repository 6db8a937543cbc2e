package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.access.AccessError;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyTerms;
import dev.parley.domain.access.Secret;
import dev.parley.domain.access.SecretHash;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeyRepository} promises. */
public abstract class ApiKeyRepositoryContract {

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final ApiKeyRepository keys = ports.apiKeys();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void aKeyIsFoundByTheHashOfItsSecretAndByNoOther() {
        ApiKey key = added("backend");

        assertThat(unitOfWork.read(() -> keys.find(hashOf("backend")))).contains(key);
        assertThat(unitOfWork.read(() -> keys.find(hashOf("another")))).isEmpty();
    }

    @Test
    void aKeyKeepsItsEndAndItsRate() {
        ApiKey key = ApiKey.of(KeyName.of("backend"), new KeyTerms(Duration.ofDays(90), 7), NOW);
        unitOfWork.run(() -> keys.add(key, hashOf("backend")));

        assertThat(unitOfWork.read(() -> keys.find(hashOf("backend")))).contains(key);
        assertThat(unitOfWork.read(keys::list)).containsExactly(key);
    }

    @Test
    void aNameHasOneKey() {
        added("backend");

        assertThatThrownBy(() -> unitOfWork.run(
                        () -> keys.add(ApiKey.of(KeyName.of("backend"), KeyTerms.DEFAULT, NOW), hashOf("another"))))
                .is(failure(AccessError.DUPLICATE_KEY_NAME))
                .hasMessageContaining("backend");
        assertThat(unitOfWork.read(() -> keys.find(hashOf("another")))).isEmpty();
    }

    @Test
    void keysAreListedByName() {
        ApiKey b = added("b");
        ApiKey upperB = added("B");
        ApiKey a = added("a");

        assertThat(unitOfWork.read(keys::list)).containsExactly(upperB, a, b);
    }

    @Test
    void aDeletedKeyIsGoneAndItsNameIsFree() {
        added("backend");
        ApiKey other = added("other");

        assertThat(unitOfWork.execute(() -> keys.delete(KeyName.of("backend")))).isTrue();
        assertThat(unitOfWork.execute(() -> keys.delete(KeyName.of("backend")))).isFalse();

        assertThat(unitOfWork.read(() -> keys.find(hashOf("backend")))).isEmpty();
        assertThat(unitOfWork.read(keys::list)).containsExactly(other);
        added("backend");
    }

    private ApiKey added(String name) {
        ApiKey key = ApiKey.of(KeyName.of(name), KeyTerms.DEFAULT, NOW);
        unitOfWork.run(() -> keys.add(key, hashOf(name)));
        return key;
    }

    private static SecretHash hashOf(String random) {
        return Secret.ofKey(random).hash();
    }
}
