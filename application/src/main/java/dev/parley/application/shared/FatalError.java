package dev.parley.application.shared;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Errors of the virtual machine, such as an {@link OutOfMemoryError}: any thread may have lost its work by one, so the
 * process ends, and whoever supervises it starts it again. A {@link StackOverflowError} is none of them; it ends the work of
 * the thread that was too deep, and nothing else.
 */
public final class FatalError {

    /** The exit code, the one of {@code -XX:+ExitOnOutOfMemoryError}. */
    public static final int EXIT_CODE = 3;

    private static final int MAXIMUM_CAUSES = 100;

    private FatalError() {}

    /** Ends the process at once if what was thrown, or a cause of it, is such an error. */
    public static void haltOn(Throwable thrown) {
        Optional<VirtualMachineError> fatal = in(thrown);
        if (fatal.isPresent()) {
            System.err.println("Parley ends: " + fatal.get());
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }

    /** Ends the process because a thread is gone without which it serves nobody. */
    public static void haltWithout(String thread) {
        System.err.println("Parley ends: the thread " + thread + " is gone");
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    static Optional<VirtualMachineError> in(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(MAXIMUM_CAUSES)
                .filter(cause -> cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError))
                .map(VirtualMachineError.class::cast)
                .findFirst();
    }
}
