package dev.parley.bootstrap.diagnosis;

import java.io.IOException;

/** Looks at something that the server needs beside its database, and that may not answer. */
interface RemoteCheck {

    /** What the check is about, in a word or two. */
    String subject();

    /** What to look at where something is wrong. */
    String advice();

    /**
     * Looks at it, without a time-out of its own.
     *
     * @return what is well
     * @throws RuntimeException whose message is what is wrong, and names no secret
     * @throws IOException if it cannot be reached
     * @throws InterruptedException if nobody waits any longer
     */
    String examine() throws IOException, InterruptedException;
}
