package dev.parley.assistant.offline;

import static java.util.function.Function.identity;

import dev.parley.application.shared.Language;
import dev.parley.assistant.offline.Grammar.Said;
import dev.parley.assistant.offline.Intent.Search;
import dev.parley.assistant.offline.Intent.Show;
import dev.parley.assistant.offline.Intent.ShowTags;
import dev.parley.assistant.offline.Intent.SmallTalk;
import dev.parley.assistant.offline.Intent.Unclear;
import dev.parley.assistant.offline.TaskChange.Complete;
import dev.parley.assistant.offline.TaskChange.Delete;
import dev.parley.assistant.offline.TaskChange.Prioritize;
import dev.parley.assistant.offline.TaskChange.Reopen;
import dev.parley.assistant.offline.TaskChange.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds out what a message wants. */
final class Intents {

    private static final Map<Language, Intents> ALL = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(identity(), language -> new Intents(Grammar.of(language))));

    private final Grammar grammar;
    private final Courtesies courtesies;
    private final Titles titles;
    private final NewTask newTask;
    private final Renaming renaming;
    private final ListingWords listingWords;

    private Intents(Grammar grammar) {
        this.grammar = grammar;
        this.courtesies = new Courtesies(grammar);
        this.titles = new Titles(grammar);
        this.newTask = new NewTask(grammar, titles);
        this.renaming = new Renaming(grammar, titles);
        this.listingWords = new ListingWords(grammar);
    }

    /** What a message wants, said in the language, or else in English. */
    static Intent of(String message, Language language) {
        Intent said = in(language).read(message);
        if (language == Language.ENGLISH || isUnderstood(said)) {
            return said;
        }
        Intent inEnglish = in(Language.ENGLISH).read(message);
        return isUnderstood(inEnglish) || said instanceof SmallTalk ? inEnglish : said;
    }

    private static Intents in(Language language) {
        return Optional.ofNullable(ALL.get(language)).orElseThrow();
    }

    private static boolean isUnderstood(Intent intent) {
        return !(intent instanceof Unclear || intent instanceof SmallTalk);
    }

    private Intent read(String message) {
        String text = courtesies.without(message);
        return grammar.said(text).map(this::intent).orElseGet(() -> listingWords.read(text));
    }

    private Intent intent(Said said) {
        return switch (said.order()) {
            case ADD -> newTask.read(said.text("priority"), said.text("description"));
            case PRIORITIZE -> prioritize(said);
            case COMPLETE -> change(said, new Complete(), Question.COMPLETE_WHICH);
            case REOPEN -> change(said, new Reopen(), Question.REOPEN_WHICH);
            case MARK -> new Unclear(Question.MARK_AS_WHAT);
            case DELETE -> change(said, new Delete(), Question.DELETE_WHICH);
            case RENAME -> renaming.read(said.text("titles"));
            case TAG -> tag(said);
            case LIST_TAGS -> new ShowTags();
            case LIST_PENDING -> new Show(TaskFilter.PENDING);
            case LIST -> listingWords.readOrder(said.text("which"));
            case SEARCH -> search(said.text("text"));
        };
    }

    private Intent change(Said said, TaskChange change, Question which) {
        return titles.change(said.text("title"), change, which);
    }

    private Intent prioritize(Said said) {
        return grammar.priority(said.text("priority"))
                .map(priority -> change(said, new Prioritize(priority), Question.PRIORITIZE_WHICH))
                .orElseGet(() -> new Unclear(Question.PRIORITIZE_WHICH));
    }

    private Intent tag(Said said) {
        List<String> tags = grammar.split(Part.BETWEEN_TAGS, said.text("tags"))
                .map(tag -> Quotes.removed(tag.strip()))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        return tags.isEmpty() ? new Unclear(Question.TAG_WHICH) : change(said, new Tag(tags), Question.TAG_WHICH);
    }

    private static Intent search(String text) {
        String wanted = Quotes.removed(text.strip());
        return wanted.isEmpty() ? new Unclear(Question.SEARCH_WHAT) : new Search(wanted);
    }
}
