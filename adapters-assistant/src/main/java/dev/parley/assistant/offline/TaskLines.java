package dev.parley.assistant.offline;

import dev.parley.application.shared.Language;
import dev.parley.assistant.offline.TaskTools.Listing;
import dev.parley.assistant.offline.TaskTools.TagCount;
import dev.parley.domain.shared.LocalizedText;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells tasks and tags in plain words. */
final class TaskLines {

    private final Language language;

    TaskLines(Language language) {
        this.language = language;
    }

    /** A task's title, quoted, and what it is beside, such as {@code “Buy milk” (high priority) #home}. */
    String quoted(KnownTask task) {
        return language.localize(Quotes.echo(task.title())) + attributes(task);
    }

    static String tagged(List<String> tags) {
        return tags.stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
    }

    String listing(TaskFilter filter, Listing listing) {
        if (listing.total() > 0) {
            return language.localize(LocalizedText.of("You have {0}:", Descriptions.of(filter, listing.total())))
                    + lines(listing);
        }
        return language.localize(
                filter.equals(TaskFilter.ALL)
                        ? LocalizedText.of("You have no tasks. Say {0} to make one.", Example.ADD.quoted())
                        : LocalizedText.of("You have {0}.", Descriptions.ofNone(filter)));
    }

    String hits(String text, Listing hits) {
        LocalizedText quoted = Quotes.echo(text);
        return hits.total() == 0
                ? language.localize(LocalizedText.of("I found no task with {0}.", quoted))
                : language.localize(LocalizedText.of("I found {0} with {1}:", Descriptions.tasks(hits.total()), quoted))
                        + lines(hits);
    }

    /** Asks which of several tasks is meant. */
    String question(String title, Listing candidates) {
        LocalizedText which = LocalizedText.of(
                "Which one do you mean by {0}? There are {1}:", Quotes.echo(title), candidates.total());
        LocalizedText next = haveOneTitle(candidates.tasks())
                ? LocalizedText.of("I cannot tell tasks with the same title apart.")
                : LocalizedText.of("Say it again with the whole title.");
        return language.localize(which) + lines(candidates) + "\n" + language.localize(next);
    }

    String tags(List<TagCount> tags) {
        return tags.isEmpty()
                ? language.localize(
                        LocalizedText.of("You have no tags. Say {0} to give one to a task.", Example.TAG.quoted()))
                : language.localize(LocalizedText.of("You have {0,choice,1#1 tag|1<{0} tags}:", tags.size()))
                        + numbered(tags, this::line);
    }

    private static boolean haveOneTitle(List<KnownTask> tasks) {
        return tasks.size() > 1
                && tasks.stream()
                                .map(task -> PlainText.folded(task.title()))
                                .distinct()
                                .count()
                        == 1;
    }

    private String lines(Listing listing) {
        int untold = listing.total() - listing.tasks().size();
        return numbered(listing.tasks(), this::line)
                + (untold > 0 ? "\n" + language.localize(LocalizedText.of("… and {0} more.", untold)) : "");
    }

    private static <T> String numbered(List<T> things, Function<T, String> line) {
        return IntStream.range(0, things.size())
                .mapToObj(i -> "\n" + (i + 1) + ". " + line.apply(things.get(i)))
                .collect(Collectors.joining());
    }

    /** A task in one line, such as {@code ✓ Buy milk (high priority) #home}. */
    private String line(KnownTask task) {
        return (task.completed() ? "✓ " : "") + task.title() + attributes(task);
    }

    private String line(TagCount tag) {
        return "#" + tag.tag() + " (" + language.localize(Descriptions.tasks(tag.count())) + ")";
    }

    private String attributes(KnownTask task) {
        return " (" + language.localize(Descriptions.priority(task.priority())) + ")"
                + (task.tags().isEmpty() ? "" : " " + tagged(task.tags()));
    }
}
