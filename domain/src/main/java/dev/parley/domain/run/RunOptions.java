package dev.parley.domain.run;

import java.util.Locale;

/**
 * How a user wants to be answered.
 *
 * @param locale the user's language, a BCP 47 tag such as {@code de-CH}
 * @param allowCancel whether the answer stops when the client that asked for it drops the connection
 * @param clientActs whether the client that asked for it can show questions, and do what the assistant asks it to do
 */
public record RunOptions(String locale, boolean allowCancel, boolean clientActs) {

    /** In English, to the end, for a client that reads and no more. */
    public static final RunOptions DEFAULT = new RunOptions("en", false, false);

    private static final int LONGEST_LOCALE = 35;

    /** Takes a language; what is no well-formed tag of at most 35 characters (RFC 5646, section 4.4.1) is English. */
    public RunOptions {
        String tag = locale.length() > LONGEST_LOCALE
                ? ""
                : Locale.forLanguageTag(locale).toLanguageTag();
        locale = tag.isEmpty() || tag.equals("und") ? "en" : tag;
    }
}
