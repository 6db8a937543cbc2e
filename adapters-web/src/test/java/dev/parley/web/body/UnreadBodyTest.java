package dev.parley.web.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.connection.ClientConnection;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a connection whose request was answered before its body was read. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class UnreadBodyTest {

    private static final Duration LONGER_THAN_THE_TEST = Duration.ofHours(1);
    private static final String REFUSED = "HTTP/1.1 401";
    private static final String UNFINISHED = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab";

    private final Tomcat tomcat = new Tomcat();
    private volatile boolean isCrowded;

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        tomcat.getEngine().getPipeline().addValve(new UnreadBodyValve(LONGER_THAN_THE_TEST));
        Tomcat.addServlet(tomcat.addContext("", null), "refusing", new Refusing())
                .addMapping("/");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void theRestOfTheBodyIsReadBehindTheAnswer() throws IOException {
        try (Socket client = sendUnfinished()) {
            InputStream answer = client.getInputStream();
            assertThat(answer.readNBytes(REFUSED.length())).asString(US_ASCII).isEqualTo(REFUSED);

            client.getOutputStream().write("cde".getBytes(US_ASCII));

            assertThat(answer.readAllBytes()).asString(US_ASCII).contains("Connection: close");
        }
    }

    @Test
    void theConnectionIsClosedAtOnceWhereOthersNeedItsPlace() throws IOException {
        isCrowded = true;

        try (Socket client = sendUnfinished()) {
            assertThat(client.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .startsWith(REFUSED);
        }
    }

    private Socket sendUnfinished() throws IOException {
        Socket client = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        client.getOutputStream().write(UNFINISHED.getBytes(US_ASCII));
        return client;
    }

    /** Answers without reading. */
    private final class Refusing extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            request.setAttribute(ClientConnection.class.getName(), new Sender());
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private final class Sender implements ClientConnection {

        @Override
        public void checkPresent() {}

        @Override
        public boolean isCrowded() {
            return isCrowded;
        }
    }
}
