package dev.parley.bootstrap.database;

import dev.parley.persistence.testing.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that start {@link EmbeddedServer}s in this JVM, in which all servers use the programs that the first one has unpacked:
 * those of the tests' own server, which stay, and not in a folder that goes with a test.
 */
@ResourceLock("dev.parley.bootstrap.database.EmbeddedServer")
@ExtendWith(WithEmbeddedServer.TestServerFirst.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithEmbeddedServer {

    /** Starts the tests' own server where it does not run yet. */
    final class TestServerFirst implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            TestDatabase.empty().close();
        }
    }
}
