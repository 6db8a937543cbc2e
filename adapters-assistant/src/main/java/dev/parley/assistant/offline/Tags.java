package dev.parley.assistant.offline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads tags that users write. */
final class Tags {

    private static final Pattern HASHTAG = Pattern.compile("(?<=^| )#(\\p{L}[\\p{L}\\p{N}_-]{0,99})(?= |$)");
    private static final Pattern BETWEEN = PlainText.pattern(", ?| and | ?#");

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

    /** The tags of a list such as "home, work and #urgent". */
    static List<String> listed(String text) {
        return BETWEEN.splitAsStream(text)
                .map(tag -> Quotes.removed(tag.strip()))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }
}
