package dev.parley.assistant.offline;

import dev.parley.assistant.offline.Intent.Add;
import dev.parley.assistant.offline.Intent.Unclear;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a new task: its title, and the priority and the tags that stand beside it. */
final class NewTask {

    private static final Pattern PRIORITY_AT_END =
            PlainText.pattern("(.*?)(?:, ?| with | at | ?(?=\\())\\(?(high|medium|low)[ -]priority\\)?");

    private NewTask() {}

    /**
     * The intent to add what is described.
     *
     * @param priority what was said before the description, null for nothing
     */
    static Intent read(@Nullable String priority, String description) {
        int end = Quotes.end(description);
        String tagged = description.substring(end);
        String rest = " " + Tags.without(tagged);
        Matcher closing = PRIORITY_AT_END.matcher(rest);
        boolean closes = closing.matches();
        String words = closes ? closing.group(1) : rest;
        String title = PlainText.title(description.substring(0, end) + " " + words.strip());
        Optional<String> wanted = Optional.ofNullable(closes ? closing.group(2) : priority);
        return title.isEmpty()
                ? new Unclear("What is the new task's title? Say, for example, “add task: Buy milk”.")
                : new Add(title, wanted.map(name -> name.toLowerCase(Locale.ROOT)), Tags.hashtagsIn(tagged));
    }
}
