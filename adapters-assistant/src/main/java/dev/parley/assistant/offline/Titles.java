package dev.parley.assistant.offline;

import dev.parley.assistant.offline.Intent.Change;
import dev.parley.assistant.offline.Intent.Unclear;
import java.util.regex.Matcher;

/** Finds the titles that users mean. */
record Titles(Grammar grammar) {

    /** The title without the word "task", the end of a sentence and quotes around it. */
    String title(String text) {
        return Quotes.removed(withoutNoun(PlainText.withoutEnd(text.strip())));
    }

    /** A text without a beginning such as "the task called". */
    String withoutNoun(String text) {
        Matcher noun = grammar.matcher(Part.NOUN, text);
        return noun.lookingAt() ? text.substring(noun.end()) : text;
    }

    /** The intent to change a task, or a question if nothing names one. */
    Intent change(String name, TaskChange change, Question which) {
        String title = title(name);
        boolean isVague = grammar.is(Part.VAGUE, name.strip());
        return title.isEmpty() || isVague ? new Unclear(which) : new Change(title, change);
    }
}
