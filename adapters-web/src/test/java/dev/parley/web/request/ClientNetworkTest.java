package dev.parley.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,                192.0.2.1,              true",
        "192.0.2.1,                192.0.2.2,              false",
        "192.0.2.1,                ::ffff:192.0.2.1,       true",
        "2001:db8:0:1::1,          2001:db8:0:1:ffff::2,   true",
        "2001:db8:0:1::1,          2001:db8:0:2::1,        false",
        "fe80::1%eth0,             fe80::2,                true",
        "::1,                      127.0.0.1,              false",
    })
    void clientsOfOneNetworkAreCountedTogether(String one, String another, boolean areTogether) {
        assertThat(ClientNetwork.of(one).equals(ClientNetwork.of(another))).isEqualTo(areTogether);
    }

    @Test
    void connectionsThatAreGoneAreOneNetwork() {
        @Nullable String gone = null;

        assertThat(ClientNetwork.of(gone))
                .isEqualTo(ClientNetwork.of(gone))
                .isNotEqualTo(ClientNetwork.of("192.0.2.1"));
        assertThat(ClientNetwork.literal(gone)).isNull();
    }
}
