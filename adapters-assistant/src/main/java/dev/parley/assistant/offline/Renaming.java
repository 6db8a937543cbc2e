package dev.parley.assistant.offline;

import dev.parley.assistant.offline.Intent.Unclear;
import dev.parley.assistant.offline.TaskChange.Rename;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an old and a new title with "to" between them, which may also stand inside of either. */
final class Renaming {

    private static final Pattern TO = PlainText.pattern(" to ");
    private static final Pattern TO_QUOTED = PlainText.pattern(" to (?=[\"'“„«‘`])");

    private static final Unclear TO_WHAT =
            new Unclear("Which task shall I rename, and to what? Say, for example, “rename Buy milk to Buy oat milk”.");
    private static final Unclear WHERE_TO_SPLIT =
            new Unclear("I cannot tell where the old title ends and the new one begins. Put both in quotes:"
                    + " rename \"Go to the bank\" to \"Go to the post office\".");

    private Renaming() {}

    static Intent read(String description) {
        String titles = PlainText.withoutNoun(description);
        int quote = Quotes.end(titles);
        Matcher to = TO.matcher(titles);
        if (!to.find(quote)) {
            return TO_WHAT;
        }
        Intent renaming = split(titles, to);
        boolean isQuoted = quote > 0 && quote == to.start();
        return isQuoted || !to.find() ? renaming : splitBeforeQuote(titles);
    }

    private static Intent splitBeforeQuote(String titles) {
        Matcher to = TO_QUOTED.matcher(titles);
        return to.find() && Quotes.isQuoted(titles.substring(to.end())) ? split(titles, to) : WHERE_TO_SPLIT;
    }

    private static Intent split(String titles, Matcher to) {
        String title = Quotes.removed(titles.substring(to.end()).strip());
        return title.isEmpty() ? TO_WHAT : Intents.change(titles.substring(0, to.start()), new Rename(title), TO_WHAT);
    }
}
