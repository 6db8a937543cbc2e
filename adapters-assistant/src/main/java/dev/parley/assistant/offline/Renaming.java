package dev.parley.assistant.offline;

import dev.parley.assistant.offline.Intent.Unclear;
import dev.parley.assistant.offline.TaskChange.Rename;
import java.util.regex.Matcher;

/** Reads an old and a new title with "to" between them, which may also stand inside of either. */
record Renaming(Grammar grammar, Titles titles) {

    Intent read(String description) {
        String both = titles.withoutNoun(description);
        int quote = Quotes.end(both);
        Matcher to = grammar.matcher(Part.TO, both);
        if (!to.find(quote)) {
            return new Unclear(Question.RENAME_WHICH);
        }
        Intent renaming = split(both, to);
        boolean isQuoted = quote > 0 && quote == to.start();
        return isQuoted || !to.find() ? renaming : splitBeforeQuote(both);
    }

    private Intent splitBeforeQuote(String both) {
        Matcher to = grammar.matcher(Part.TO, both);
        while (to.find()) {
            if (Quotes.begins(both, to.end())) {
                return Quotes.isQuoted(both.substring(to.end())) ? split(both, to) : new Unclear(Question.SPLIT_WHERE);
            }
        }
        return new Unclear(Question.SPLIT_WHERE);
    }

    private Intent split(String both, Matcher to) {
        String title = Quotes.removed(both.substring(to.end()).strip());
        return title.isEmpty()
                ? new Unclear(Question.RENAME_WHICH)
                : titles.change(both.substring(0, to.start()), new Rename(title), Question.RENAME_WHICH);
    }
}
