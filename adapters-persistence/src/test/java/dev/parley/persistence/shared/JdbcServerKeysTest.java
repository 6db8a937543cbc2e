package dev.parley.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.ServerKeys;
import dev.parley.application.shared.ShareServerKey;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JdbcServerKeysTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());

    private final ShareServerKey shareServerKey =
            new ShareServerKey(ADAPTERS.part(UnitOfWork.class), ADAPTERS.part(ServerKeys.class));

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @Test
    void nodesThatStartAtOnceAgreeOnAKey() {
        Set<String> keys = ConcurrentHashMap.newKeySet();

        Race.failuresOf(16, () -> keys.add(HexFormat.of().formatHex(shareServerKey.share("raced for", randomBytes()))));

        assertThat(keys).hasSize(1);
    }

    @Test
    void keysOfOtherNamesAreOthers() {
        byte[] one = shareServerKey.share("one", randomBytes());

        assertThat(shareServerKey.share("another", randomBytes())).isNotEqualTo(one);
        assertThat(shareServerKey.share("one", randomBytes())).isEqualTo(one);
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
