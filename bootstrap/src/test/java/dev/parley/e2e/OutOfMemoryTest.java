package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.parley.application.shared.FatalError;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever thread runs out of memory, the process ends, so that somebody starts it again. */
class OutOfMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void anAnswerThatRunsOutOfMemoryEndsTheProcess() {
        try (TestDatabase database = TestDatabase.create();
                ParleyProcess parley = ParleyProcess.withFaults(folder, database, Map.of())) {
            Api user = parley.someone();
            String session = user.newSession();

            assertThatException().isThrownBy(() -> user.say(session, ParleyWithFaults.OUT_OF_MEMORY));

            assertThat(parley.awaitEnd()).isEqualTo(FatalError.EXIT_CODE);
        }
    }

    /** By itself the container would log it, close the connection and go on. */
    @Test
    void aFilterThatRunsOutOfMemoryEndsTheProcess() {
        try (TestDatabase database = TestDatabase.create();
                ParleyProcess parley = ParleyProcess.withFaults(folder, database, Map.of())) {
            assertThatException().isThrownBy(() -> parley.someone().get(ParleyWithFaults.OUT_OF_MEMORY_PATH));

            assertThat(parley.awaitEnd()).isEqualTo(FatalError.EXIT_CODE);
        }
    }

    /** The uncaught error itself is swallowed by this process, as where there was no memory to handle it. */
    @Test
    void aThreadOfTheContainerThatRunsOutOfMemoryEndsTheProcess() {
        try (TestDatabase database = TestDatabase.create();
                ParleyProcess parley = ParleyProcess.withFaults(folder, database, Map.of())) {
            parley.tell(ParleyWithFaults.POLLER);
            assertThatException().isThrownBy(() -> {
                while (true) {
                    parley.anonymous().get("/actuator/health/liveness");
                }
            });

            assertThat(parley.awaitEnd()).isEqualTo(FatalError.EXIT_CODE);
        }
    }
}
