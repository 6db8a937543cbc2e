package dev.parley.application.shared;

import dev.parley.application.shared.Secrets.Redacted;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Text;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a failure began with, on one line, for the first line that is logged of it. */
public final class RootCause {

    private static final int MAXIMUM_LENGTH = 300;

    /** Longer chains are circles. */
    private static final int MAXIMUM_DEPTH = 50;

    /** What moves a terminal's cursor or turns its text around. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private RootCause() {}

    /**
     * The class of the innermost cause that has a message, the SQL state where a database tells one, and the message, such as
     * {@code PSQLException (SQL state 53100): No space left on device}.
     */
    public static String of(Throwable failure) {
        return of(failure, Secrets.NONE);
    }

    /** The same with each secret replaced, before it is cut. */
    public static String of(Throwable failure, Secrets secrets) {
        Throwable root = failure;
        String state = null;
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAXIMUM_DEPTH; depth++) {
            state = cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : state;
            root = cause.getMessage() == null && describes(root) ? root : cause;
            cause = next(cause);
        }
        return described(root, state, secrets);
    }

    /** Whether it has a message of what happened, rather than one for clients. */
    private static boolean describes(Throwable failure) {
        return failure.getMessage() != null && !(failure instanceof Failure);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == null && failure instanceof SQLException sql
                ? sql.getNextException()
                : failure.getCause();
    }

    private static String described(Throwable root, @Nullable String state, Secrets secrets) {
        String message = root.getMessage() == null
                ? "no message"
                : Text.cut(secrets.hideIn(root.getMessage()), 4 * MAXIMUM_LENGTH);
        String type =
                root instanceof Redacted copy ? copy.type() : root.getClass().getSimpleName();
        String named = type.isEmpty() ? root.getClass().getName() : type;
        String line = named + (state == null ? "" : " (SQL state " + state + ")") + ": " + message;
        return Text.cut(UNPRINTABLE.matcher(Text.onOneLine(line)).replaceAll("?"), MAXIMUM_LENGTH);
    }
}
