package dev.parley.assistant.offline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads hashtags, which users write in the same way in every language. */
final class Tags {

    private static final Pattern HASHTAG = Pattern.compile("(?<=^| )#(\\p{L}[\\p{L}\\p{N}_-]{0,99})(?= |$)");

    private Tags() {}

    /** The hashtags in a text; a number such as #12 is none. */
    static List<String> hashtagsIn(String text) {
        return HASHTAG.matcher(text)
                .results()
                .map(tag -> tag.group(1))
                .distinct()
                .toList();
    }

    /** The words of a text that are no hashtags. */
    static String without(String text) {
        Matcher hashtags = HASHTAG.matcher(text);
        return hashtags.find() ? hashtags.replaceAll("").replaceAll(" +", " ").strip() : text;
    }
}
