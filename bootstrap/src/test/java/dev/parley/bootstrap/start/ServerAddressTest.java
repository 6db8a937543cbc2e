package dev.parley.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class ServerAddressTest {

    private final ServerProperties server = new ServerProperties();

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080",
        "0.0.0.0, http://localhost:8080",
        "::, http://localhost:8080",
        "::1, http://[0:0:0:0:0:0:0:1]:8080",
        "192.0.2.7, http://192.0.2.7:8080"
    })
    void canBeOpenedOnThisMachine(String listened, String address) throws UnknownHostException {
        server.setAddress(InetAddress.getByName(listened));

        assertThat(ServerAddress.of(server, 8080)).isEqualTo(address);
    }

    @Test
    void hasTheSchemeAndTheContextPath() {
        Ssl ssl = new Ssl();
        ssl.setBundle("web");
        server.setSsl(ssl);
        server.getServlet().setContextPath("/talk");

        assertThat(ServerAddress.of(server, 443)).isEqualTo("https://localhost:443/talk");
    }
}
