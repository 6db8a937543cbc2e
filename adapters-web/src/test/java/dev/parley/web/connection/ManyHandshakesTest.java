package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.RunningParley;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the server itself has a certificate, TLS handshakes that do not end keep nobody out. */
class ManyHandshakesTest {

    private static final int MAXIMUM = 32;
    private static final String PASSWORD = "changeit";
    private static final String TLS_HANDSHAKE = "\u0016";
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    private static Path folder;

    private static RunningParley parley;

    @BeforeAll
    static void start() throws Exception {
        Path keys = keys();
        parley = RunningParley.start(
                "server.ssl.key-store=" + keys,
                "server.ssl.key-store-password=" + PASSWORD,
                "server.tomcat.connection-timeout=1h",
                "server.tomcat.max-connections=" + MAXIMUM,
                "server.tomcat.accept-count=1000");
    }

    @AfterAll
    static void stop() {
        parley.close();
    }

    @Test
    void aClientIsServed() throws Exception {
        assertThat(sessions().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", TLS_HANDSHAKE, TLS_HANDSHAKE + "\u0003\u0001\u0002\u0000\u0001"})
    void theNextOneIsServedHoweverManyDoNotEnd(String beginning) throws Exception {
        try (Attackers attackers = new Attackers()) {
            attackers.attack(parley.port(), 4 * MAXIMUM, beginning);

            assertThat(sessions().statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> sessions() throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            URI address = URI.create("https://127.0.0.1:%d/api/v1/chatkit/sessions".formatted(parley.port()));
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + Tokens.ofSomeone())
                    .timeout(TIMEOUT)
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        try (InputStream file = Files.newInputStream(folder.resolve("keys.p12"))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            trust.init(keys);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A key and its own certificate. */
    private static Path keys() throws IOException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        String options = "-genkeypair -alias parley -keyalg EC -dname CN=parley -ext san=ip:127.0.0.1 -storetype PKCS12"
                + " -storepass " + PASSWORD + " -keystore " + file;
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder((keytool + " " + options).split(" ", -1))
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return file;
    }
}
