package dev.parley.bootstrap.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * What a check has found.
 *
 * @param mend what to do; null where all is well
 */
record Finding(String subject, @Nullable String mend) {

    static Finding ok(String subject) {
        return new Finding(subject, null);
    }

    static Finding mend(String subject, String mend) {
        return new Finding(subject, mend);
    }

    boolean isOk() {
        return mend == null;
    }

    @Override
    public String toString() {
        return isOk() ? "ok   " + subject : "FAIL " + subject + ": " + mend;
    }
}
