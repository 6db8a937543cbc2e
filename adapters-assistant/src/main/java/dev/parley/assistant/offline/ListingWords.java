package dev.parley.assistant.offline;

import dev.parley.assistant.offline.Intent.Show;
import dev.parley.assistant.offline.Intent.SmallTalk;
import dev.parley.assistant.offline.Intent.Unclear;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which tasks a user wants to see: every word has to be known, else the user is asked. */
record ListingWords(Grammar grammar) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("-(?=priorit)|[ ,]");
    private static final String NOT_DONE = "☐";

    /** What the text asks to list; small talk if it does not ask for tasks. */
    Intent read(String text) {
        Matcher verb = grammar.matcher(Part.LIST, text);
        boolean isOrder = verb.lookingAt();
        String what = isOrder ? text.substring(verb.end()) : text;
        return isOrder && what.isBlank() ? new Unclear(Question.LIST_WHAT) : read(what, isOrder);
    }

    /** What is to be listed. */
    Intent readOrder(String which) {
        return read(which, true);
    }

    private Intent read(String which, boolean isOrder) {
        if (!namesTasks(which)) {
            return new SmallTalk();
        }
        Optional<Intent> understood = filter(which).map(Show::new);
        return understood.orElse(isOrder ? new Unclear(Question.LIST_WHICH) : new SmallTalk());
    }

    private boolean namesTasks(String text) {
        return Pattern.compile(" ").splitAsStream(text).anyMatch(word -> grammar.is(Part.TASK, word));
    }

    private Optional<TaskFilter> filter(String which) {
        Matcher tagged = grammar.matcher(Part.TAGGED, which);
        if (!tagged.matches()) {
            return filter(which, TaskFilter.ALL);
        }
        String tag = Quotes.removed(tagged.group("tag"));
        return filter(tagged.group("which"), TaskFilter.ALL.withTag(tag.startsWith("#") ? tag.substring(1) : tag));
    }

    private Optional<TaskFilter> filter(String which, TaskFilter begin) {
        TaskFilter filter = begin;
        String words = grammar.matcher(Part.NOT_DONE, which).replaceAll(NOT_DONE);
        for (String word : BETWEEN_WORDS.splitAsStream(PlainText.folded(words)).toList()) {
            Optional<TaskFilter> narrowed = narrowed(filter, word);
            if (narrowed.isEmpty()) {
                return narrowed;
            }
            filter = narrowed.get();
        }
        return Optional.of(filter);
    }

    /** The filter with one more word; empty if the word is unknown or a second one of its kind. */
    private Optional<TaskFilter> narrowed(TaskFilter filter, String word) {
        if (grammar.is(Part.FILLING, word)) {
            return Optional.of(filter);
        }
        if (word.equals(NOT_DONE) || grammar.is(Part.PENDING, word)) {
            return once(filter.status(), filter.withStatus("pending"));
        }
        if (grammar.is(Part.COMPLETED, word)) {
            return once(filter.status(), filter.withStatus("completed"));
        }
        Optional<String> priority = grammar.priority(word);
        if (priority.isPresent()) {
            return once(filter.priority(), filter.withPriority(priority.get()));
        }
        boolean isHashtag = word.length() > 1 && word.startsWith("#");
        return isHashtag ? once(filter.tag(), filter.withTag(word.substring(1))) : Optional.empty();
    }

    private static Optional<TaskFilter> once(Optional<String> before, TaskFilter narrowed) {
        return before.isEmpty() ? Optional.of(narrowed) : Optional.empty();
    }
}
