package dev.parley.domain.run;

import java.util.Locale;

/**
 * Whom a run answers, and how.
 *
 * @param locale the user's language, a BCP 47 tag such as {@code de-CH}
 * @param allowCancel whether the answer stops when the client that asked for it drops the connection
 * @param clientActs whether the client that asked for it can show questions, and do what the assistant asks it to do
 * @param requester who asked for it
 */
public record RunOptions(String locale, boolean allowCancel, boolean clientActs, Requester requester) {

    /** In English, to the end, for a client that reads and no more, and for nobody in particular. */
    public static final RunOptions DEFAULT = new RunOptions("en", false, false, Requester.UNKNOWN);

    private static final int LONGEST_LOCALE = 35;

    /** Takes a language; what is no well-formed tag of at most 35 characters (RFC 5646, section 4.4.1) is English. */
    public RunOptions {
        String tag = locale.length() > LONGEST_LOCALE
                ? ""
                : Locale.forLanguageTag(locale).toLanguageTag();
        locale = tag.isEmpty() || tag.equals("und") ? "en" : tag;
    }
}
