package dev.parley.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.RunningParley;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The body of a sign-in does not come in time, which is over almost as soon as it begins. */
class SlowSignInTest {

    @Test
    void whoDoesNotSendInTimeIsToldSo() throws IOException {
        try (RunningParley parley = RunningParley.start(ShortTimeout.class);
                RawRequest request = RawRequest.unfinished(parley.port(), "/api/v1/auth/login", "{")) {
            assertThat(request.readUntil("REQUEST_TIMEOUT")).startsWith("HTTP/1.1 408");
        }
    }

    static class ShortTimeout {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> shortTimeoutOfSignIns() {
            return tomcat -> tomcat.addContextCustomizers(context -> replaceValve(context.getPipeline()));
        }

        private static void replaceValve(Pipeline pipeline) {
            for (Valve valve : pipeline.getValves()) {
                if (valve instanceof SignInBodyValve) {
                    pipeline.removeValve(valve);
                }
            }
            pipeline.addValve(new SignInBodyValve(Duration.ofMillis(1)));
        }
    }
}
