package dev.parley.web.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.connection.BoundedProtocol;
import dev.parley.web.connection.ClientConnection;
import dev.parley.web.connection.ClientConnectionValve;
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
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a connection whose request was answered before its body was read. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class UnreadBodyTest {

    private static final Duration LONGER_THAN_THE_TEST = Duration.ofHours(1);
    private static final String REFUSED = "HTTP/1.1 401";
    private static final String UNFINISHED = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab";

    @TempDir
    private Path folder;

    private final Tomcat tomcat = new Tomcat();
    private volatile boolean isCrowded;

    private void start(Duration timeout) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        Connector connector = new Connector(BoundedProtocol.class.getName());
        connector.setPort(0);
        tomcat.setConnector(connector);
        tomcat.getEngine().getPipeline().addValve(new ClientConnectionValve());
        tomcat.getEngine().getPipeline().addValve(new UnreadBodyValve(timeout));
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
    void theRestOfTheBodyIsReadBehindTheAnswer() throws Exception {
        start(LONGER_THAN_THE_TEST);

        try (Socket client = sendUnfinished()) {
            InputStream answer = client.getInputStream();
            assertThat(answer.readNBytes(REFUSED.length())).asString(US_ASCII).isEqualTo(REFUSED);

            client.getOutputStream().write("cde".getBytes(US_ASCII));

            assertThat(answer.readAllBytes()).asString(US_ASCII).contains("Connection: close");
        }
    }

    @Test
    void theConnectionIsClosedAtOnceWhereOthersNeedItsPlace() throws Exception {
        start(LONGER_THAN_THE_TEST);
        isCrowded = true;

        assertThatTheAnswerEnds();
    }

    @Test
    void whoseRestDoesNotComeInTimeIsCutOff() throws Exception {
        start(Duration.ofMillis(1));

        assertThatTheAnswerEnds();
    }

    private void assertThatTheAnswerEnds() throws IOException {
        try (Socket client = sendUnfinished()) {
            assertThat(client.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .startsWith(REFUSED);
        }
    }

    private Socket sendUnfinished() throws IOException {
        Socket client = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        client.setSoTimeout(60_000);
        client.getOutputStream().write(UNFINISHED.getBytes(US_ASCII));
        return client;
    }

    /** Answers without reading. */
    private final class Refusing extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            request.setAttribute(ClientConnection.class.getName(), new Sender(ClientConnection.of(request)));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private final class Sender implements ClientConnection {

        private final ClientConnection connection;

        Sender(ClientConnection connection) {
            this.connection = connection;
        }

        @Override
        public void checkPresent() throws IOException {
            connection.checkPresent();
        }

        @Override
        public void awaitBody(Duration timeout) {
            connection.awaitBody(timeout);
        }

        @Override
        public boolean isCrowded() {
            return isCrowded;
        }
    }
}
