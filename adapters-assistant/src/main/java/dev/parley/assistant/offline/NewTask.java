package dev.parley.assistant.offline;

import dev.parley.assistant.offline.Intent.Add;
import dev.parley.assistant.offline.Intent.Unclear;
import java.util.regex.Matcher;

/** Reads a new task: its title, and the priority and the tags that stand beside it. */
record NewTask(Grammar grammar, Titles titles) {

    /**
     * The intent to add what is described.
     *
     * @param priority what was said before the description, empty for nothing
     */
    Intent read(String priority, String description) {
        int end = Quotes.end(description);
        String tagged = description.substring(end);
        String rest = " " + Tags.without(tagged);
        Matcher closing = grammar.matcher(Part.PRIORITY_AT_END, rest);
        boolean closes = closing.matches();
        String words = closes ? closing.group("title") : rest;
        String title = titles.title(description.substring(0, end) + " " + words.strip());
        return title.isEmpty()
                ? new Unclear(Question.ADD_WHAT)
                : new Add(
                        title,
                        grammar.priority(closes ? closing.group("priority") : priority),
                        Tags.hashtagsIn(tagged));
    }
}
