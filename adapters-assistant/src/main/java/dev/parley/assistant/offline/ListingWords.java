package dev.parley.assistant.offline;

import dev.parley.assistant.offline.Intent.Show;
import dev.parley.assistant.offline.Intent.SmallTalk;
import dev.parley.assistant.offline.Intent.Unclear;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which tasks a user wants to see: every word has to be known, else the user is asked. */
final class ListingWords {

    private static final Pattern VERB = PlainText.pattern("(?:list|show|display)(?: me)?(?: |$)");
    private static final Pattern TAGGED =
            PlainText.pattern("(.*? )(?:tagged|labell?ed|with (?:the )?tag)(?: with| as)? (.+)");
    private static final Pattern NOT_DONE = PlainText.pattern("\\bnot (?:done|completed?|finished)\\b");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("-(?=priority)|[ ,]");

    private static final Set<String> TASK = Set.of("task", "tasks", "todo", "todos", "to-do", "to-dos");
    private static final Set<String> PENDING =
            Set.of("pending", "open", "unfinished", "incomplete", "outstanding", "remaining", "left", "undone");
    private static final Set<String> COMPLETED = Set.of("completed", "complete", "done", "finished");
    private static final Set<String> PRIORITIES = Set.of("high", "medium", "low");
    private static final Set<String> FILLING = Set.of(
            "",
            "my",
            "all",
            "the",
            "of",
            "i",
            "have",
            "do",
            "are",
            "still",
            "what",
            "which",
            "with",
            "any",
            "there",
            "that",
            "priority",
            "task",
            "tasks",
            "todo",
            "todos",
            "to-do",
            "to-dos");

    private static final Unclear WHAT = new Unclear(
            "What shall I list? Say, for example, “list my pending tasks”, “show tasks tagged home” or “list tags”.");
    private static final Unclear WHICH = new Unclear(
            "I did not understand which tasks you want to see. I can list all, pending or completed ones, those of one"
                    + " priority and those with one tag: “list my high priority tasks”, “show tasks tagged home”.");

    private ListingWords() {}

    /** What the text asks to list; small talk if it does not ask for tasks. */
    static Intent read(String text) {
        Matcher verb = VERB.matcher(text);
        boolean isOrder = verb.lookingAt();
        String what = isOrder ? text.substring(verb.end()) : text;
        if (what.isBlank()) {
            return isOrder ? WHAT : new SmallTalk();
        }
        if (!namesTasks(what)) {
            return new SmallTalk();
        }
        Optional<Intent> understood = filter(what).map(Show::new);
        return understood.orElse(isOrder ? WHICH : new SmallTalk());
    }

    private static boolean namesTasks(String text) {
        for (String word : PlainText.folded(text).split(" ", -1)) {
            if (TASK.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<TaskFilter> filter(String what) {
        Matcher tagged = TAGGED.matcher(what);
        if (!tagged.matches()) {
            return filter(what, TaskFilter.ALL);
        }
        String tag = Quotes.removed(tagged.group(2));
        return filter(tagged.group(1), TaskFilter.ALL.withTag(tag.startsWith("#") ? tag.substring(1) : tag));
    }

    private static Optional<TaskFilter> filter(String what, TaskFilter begin) {
        TaskFilter filter = begin;
        String words = PlainText.folded(NOT_DONE.matcher(what).replaceAll("pending"));
        for (String word : BETWEEN_WORDS.splitAsStream(words).toList()) {
            Optional<TaskFilter> narrowed = narrowed(filter, word);
            if (narrowed.isEmpty()) {
                return narrowed;
            }
            filter = narrowed.get();
        }
        return Optional.of(filter);
    }

    /** The filter with one more word; empty if the word is unknown or a second one of its kind. */
    private static Optional<TaskFilter> narrowed(TaskFilter filter, String word) {
        if (FILLING.contains(word)) {
            return Optional.of(filter);
        }
        if (PENDING.contains(word)) {
            return once(filter.status(), filter.withStatus("pending"));
        }
        if (COMPLETED.contains(word)) {
            return once(filter.status(), filter.withStatus("completed"));
        }
        if (PRIORITIES.contains(word)) {
            return once(filter.priority(), filter.withPriority(word));
        }
        boolean isHashtag = word.length() > 1 && word.startsWith("#");
        return isHashtag ? once(filter.tag(), filter.withTag(word.substring(1))) : Optional.empty();
    }

    private static Optional<TaskFilter> once(Optional<String> before, TaskFilter narrowed) {
        return before.isEmpty() ? Optional.of(narrowed) : Optional.empty();
    }
}
