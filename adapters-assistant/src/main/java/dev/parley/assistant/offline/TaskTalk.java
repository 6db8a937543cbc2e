package dev.parley.assistant.offline;

import dev.parley.application.shared.Language;
import dev.parley.assistant.offline.Intent.Add;
import dev.parley.assistant.offline.Intent.Change;
import dev.parley.assistant.offline.Intent.Search;
import dev.parley.assistant.offline.Intent.Show;
import dev.parley.assistant.offline.Intent.ShowTags;
import dev.parley.assistant.offline.Intent.SmallTalk;
import dev.parley.assistant.offline.Intent.Unclear;
import dev.parley.assistant.offline.Lookup.Ambiguous;
import dev.parley.assistant.offline.Lookup.Found;
import dev.parley.assistant.offline.Lookup.Missing;
import dev.parley.assistant.offline.TaskChange.Complete;
import dev.parley.assistant.offline.TaskChange.Delete;
import dev.parley.assistant.offline.TaskChange.Prioritize;
import dev.parley.assistant.offline.TaskChange.Rename;
import dev.parley.assistant.offline.TaskChange.Reopen;
import dev.parley.assistant.offline.TaskChange.Tag;
import dev.parley.domain.shared.LocalizedText;
import java.util.ArrayList;
import java.util.List;

/** Does what a message wants, and says what came of it in the user's language. */
final class TaskTalk {

    private final TaskTools tools;
    private final Language language;
    private final TaskLines lines;

    TaskTalk(TaskTools tools, Language language) {
        this.tools = tools;
        this.language = language;
        this.lines = new TaskLines(language);
    }

    String answerTo(String message) {
        try {
            return answerTo(message, Intents.of(message, language));
        } catch (ToolRefused e) {
            return language.localize(LocalizedText.of("That did not work: {0}", e.reason()));
        }
    }

    private String answerTo(String message, Intent intent) {
        return switch (intent) {
            case Add task -> language.localize(LocalizedText.of("Added {0}.", lines.quoted(tools.add(task))));
            case Show wanted -> lines.listing(wanted.filter(), tools.list(wanted.filter()));
            case Search search -> lines.hits(search.text(), tools.search(search.text()));
            case ShowTags tags -> lines.tags(tools.tags());
            case Change change -> change(change);
            case Unclear unclear -> language.localize(unclear.question().words());
            case SmallTalk smallTalk -> new Phrases(language).answerTo(message);
        };
    }

    private String change(Change wanted) {
        return switch (Lookup.of(wanted, tools.search(wanted.title()))) {
            case Found found -> language.localize(change(found.task(), wanted.change()));
            case Ambiguous ambiguous -> lines.question(wanted.title(), ambiguous.candidates());
            case Missing missing ->
                language.localize(LocalizedText.of("I found no task with the title {0}.", Quotes.echo(wanted.title())));
        };
    }

    private LocalizedText change(KnownTask task, TaskChange change) {
        return switch (change) {
            case Complete complete -> complete(task, complete);
            case Reopen reopen -> reopen(task, reopen);
            case Rename rename ->
                LocalizedText.of("Renamed {0} to {1}.", title(task), title(tools.rename(task, rename.title())));
            case Prioritize to -> {
                KnownTask changed = tools.prioritize(task, to.priority());
                yield LocalizedText.of("{0} has {1} now.", title(changed), Descriptions.priority(changed.priority()));
            }
            case Tag tag -> tag(task, tag.tags());
            case Delete delete -> LocalizedText.of("Deleted {0}.", Quotes.echo(tools.delete(task)));
        };
    }

    private LocalizedText complete(KnownTask task, Complete change) {
        return change.changes(task)
                ? LocalizedText.of("Done: ✓ {0}.", title(tools.complete(task, true)))
                : LocalizedText.of("{0} is done already.", title(task));
    }

    private LocalizedText reopen(KnownTask task, Reopen change) {
        return change.changes(task)
                ? LocalizedText.of("Reopened {0}.", title(tools.complete(task, false)))
                : LocalizedText.of("{0} is not done yet anyway.", title(task));
    }

    private LocalizedText tag(KnownTask task, List<String> more) {
        List<String> tags = new ArrayList<>(task.tags());
        more.stream()
                .filter(tag -> tags.stream().noneMatch(tag::equalsIgnoreCase))
                .forEach(tags::add);
        if (tags.size() == task.tags().size()) {
            return LocalizedText.of("{0} is tagged so already: {1}.", title(task), TaskLines.tagged(tags));
        }
        KnownTask changed = tools.tag(task, tags);
        return LocalizedText.of("{0} is tagged {1} now.", title(changed), TaskLines.tagged(changed.tags()));
    }

    private static LocalizedText title(KnownTask task) {
        return Quotes.echo(task.title());
    }
}
