package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Isolated("reads the log of this JVM")
class StopTest {

    @Test
    void aServerThatStopsEndsItsAnswersInOrder(CapturedOutput output) {
        String token = Tokens.ofSomeone();
        try (TestDatabase database = TestDatabase.create()) {
            ParleyServer parley = ParleyServer.on(database);
            parley.assistant().follow((turn, reply) -> {
                reply.text("so far");
                awaitForever();
            });
            Api user = parley.anonymous().as(token);
            String session = user.newSession();
            String run;
            try (RunReader reader = RunReader.say(user, session, "hello")) {
                reader.upTo("so far");
                run = reader.run();
                int before = output.length();

                parley.close();

                assertThat(Warnings.in(
                                output.subSequence(before, output.length()).toString()))
                        .as("with an open run")
                        .isEmpty();

                assertThat(reader.rest().getLast().data()).contains("\"error\"", "\"allow_retry\":true");
                assertThat(reader.end()).isEqualTo(RunReader.End.DONE);
            }

            int beforeIdleStop;
            try (ParleyServer next = ParleyServer.on(database)) {
                Api same = next.anonymous().as(token);
                assertThat(same.session(session)
                                .data()
                                .at("/messages/1/content/0/text")
                                .asString())
                        .isEqualTo("so far");
                assertThat(same.get(Api.runsOf(session) + "/" + run)
                                .data()
                                .at("/status")
                                .asString())
                        .isEqualTo("interrupted");
                assertThat(same.say(session, "go on").status()).isEqualTo(200);
                beforeIdleStop = output.length();
            }
            assertThat(Warnings.in(
                            output.subSequence(beforeIdleStop, output.length()).toString()))
                    .as("idle")
                    .isEmpty();
        }
    }

    private static void awaitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
