package dev.parley.bootstrap.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that start {@link EmbeddedServer}s in this JVM. All of its servers use the programs that were unpacked first: those of
 * {@link UnpackedBinaries}, which stay, and not ones in a folder that is deleted with a test.
 */
@ResourceLock("dev.parley.bootstrap.database.EmbeddedServer")
@ExtendWith(WithEmbeddedServer.UnpackFirst.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithEmbeddedServer {

    /** Unpacks the programs before any server does. */
    final class UnpackFirst implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            UnpackedBinaries.unpack();
        }
    }
}
