package dev.parley.application.shared;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors of the virtual machine, such as an {@link OutOfMemoryError}: any thread may have lost its work by one, so the
 * process ends, and whoever supervises it starts it again. A {@link StackOverflowError} is none of them; it ends the work of
 * the thread that was too deep, and nothing else.
 */
public final class FatalError {

    private static final Logger log = LoggerFactory.getLogger(FatalError.class);

    /** The exit code, the one of {@code -XX:+ExitOnOutOfMemoryError}. */
    public static final int EXIT_CODE = 3;

    private static final int MAXIMUM_CAUSES = 100;

    private FatalError() {}

    /** Ends the process at once if what was thrown, or a cause of it, is such an error. Needs no memory to find out. */
    public static void haltOn(Throwable thrown) {
        VirtualMachineError fatal = in(thrown);
        if (fatal != null) {
            haltBecause(fatal);
        }
    }

    static @Nullable VirtualMachineError in(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MAXIMUM_CAUSES; i++) {
            if (cause instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
                return error;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /**
     * Ends the process at once. Where there is no memory to say why, it ends all the same.
     *
     * @param reason why it serves nobody any more, for the log
     */
    public static void haltBecause(Object reason) {
        try {
            log.error("Parley ends: {}", reason);
        } finally {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
