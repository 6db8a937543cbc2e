package dev.parley.assistant.offline;

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
import java.util.ArrayList;
import java.util.List;

/** Does what a message wants, and says what came of it. */
final class TaskTalk {

    private final TaskTools tools;

    TaskTalk(TaskTools tools) {
        this.tools = tools;
    }

    String answerTo(String message) {
        try {
            return answerTo(message, Intents.of(message));
        } catch (ToolRefused e) {
            return "That did not work: " + e.getMessage();
        }
    }

    private String answerTo(String message, Intent intent) {
        return switch (intent) {
            case Add task -> added(tools.add(task));
            case Show wanted -> TaskLines.listing(wanted.filter(), tools.list(wanted.filter()));
            case Search search -> TaskLines.hits(search.text(), tools.search(search.text()));
            case ShowTags tags -> TaskLines.tags(tools.tags());
            case Change change -> change(change);
            case Unclear unclear -> unclear.question();
            case SmallTalk smallTalk -> Phrases.answerTo(message);
        };
    }

    private static String added(KnownTask task) {
        return "Added " + Quotes.echo(task.title()) + TaskLines.attributes(task) + ".";
    }

    private String change(Change wanted) {
        return switch (Lookup.of(wanted, tools.search(wanted.title()))) {
            case Found found -> change(found.task(), wanted.change());
            case Ambiguous ambiguous -> TaskLines.question(wanted.title(), ambiguous.candidates());
            case Missing missing -> "I found no task with the title " + Quotes.echo(wanted.title()) + ".";
        };
    }

    private String change(KnownTask task, TaskChange change) {
        return switch (change) {
            case Complete complete -> complete(task, complete);
            case Reopen reopen -> reopen(task, reopen);
            case Rename rename ->
                "Renamed " + Quotes.echo(task.title()) + " to "
                        + Quotes.echo(tools.rename(task, rename.title()).title()) + ".";
            case Prioritize to -> {
                KnownTask changed = tools.prioritize(task, to.priority());
                yield Quotes.echo(changed.title()) + " has " + changed.priority() + " priority now.";
            }
            case Tag tag -> tag(task, tag.tags());
            case Delete delete -> "Deleted " + Quotes.echo(tools.delete(task)) + ".";
        };
    }

    private String complete(KnownTask task, Complete change) {
        return change.changes(task)
                ? "Done: ✓ " + Quotes.echo(tools.complete(task, true).title()) + "."
                : Quotes.echo(task.title()) + " is done already.";
    }

    private String reopen(KnownTask task, Reopen change) {
        return change.changes(task)
                ? "Reopened " + Quotes.echo(tools.complete(task, false).title()) + "."
                : Quotes.echo(task.title()) + " is not done yet anyway.";
    }

    private String tag(KnownTask task, List<String> more) {
        List<String> tags = new ArrayList<>(task.tags());
        more.stream()
                .filter(tag -> tags.stream().noneMatch(tag::equalsIgnoreCase))
                .forEach(tags::add);
        if (tags.size() == task.tags().size()) {
            return Quotes.echo(task.title()) + " is tagged so already: " + TaskLines.tagged(tags) + ".";
        }
        KnownTask changed = tools.tag(task, tags);
        return Quotes.echo(changed.title()) + " is tagged " + TaskLines.tagged(changed.tags()) + " now.";
    }
}
