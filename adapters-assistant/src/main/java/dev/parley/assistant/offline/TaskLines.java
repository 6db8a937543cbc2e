package dev.parley.assistant.offline;

import dev.parley.assistant.offline.TaskTools.Listing;
import dev.parley.assistant.offline.TaskTools.TagCount;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells tasks and tags in plain words. */
final class TaskLines {

    private TaskLines() {}

    /** A task in one line, such as {@code ✓ Buy milk (high priority) #home}. */
    static String line(KnownTask task) {
        return (task.completed() ? "✓ " : "") + task.title() + attributes(task);
    }

    /** What a task is beside its title, such as {@code (high priority) #home}. */
    static String attributes(KnownTask task) {
        return " (" + task.priority() + " priority)" + (task.tags().isEmpty() ? "" : " " + tagged(task.tags()));
    }

    static String tagged(List<String> tags) {
        return tags.stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
    }

    static String listing(TaskFilter filter, Listing listing) {
        if (listing.total() > 0) {
            return "You have " + described(filter, Integer.toString(listing.total()), listing.total()) + ":"
                    + lines(listing);
        }
        return filter.equals(TaskFilter.ALL)
                ? "You have no tasks. Say “add task: Buy milk” to make one."
                : "You have " + described(filter, "no", 0) + ".";
    }

    static String hits(String text, Listing hits) {
        String about = " with " + Quotes.echo(text);
        return hits.total() == 0
                ? "I found no task" + about + "."
                : "I found " + hits.total() + " " + noun(hits.total()) + about + ":" + lines(hits);
    }

    /** Asks which of several tasks is meant. */
    static String question(String title, Listing candidates) {
        return "Which one do you mean by " + Quotes.echo(title) + "? There are " + candidates.total() + ":"
                + lines(candidates) + "\n"
                + (haveOneTitle(candidates.tasks())
                        ? "I cannot tell tasks with the same title apart."
                        : "Say it again with the whole title.");
    }

    private static boolean haveOneTitle(List<KnownTask> tasks) {
        return tasks.size() > 1
                && tasks.stream()
                                .map(task -> PlainText.folded(task.title()))
                                .distinct()
                                .count()
                        == 1;
    }

    static String tags(List<TagCount> tags) {
        return tags.isEmpty()
                ? "You have no tags. Say “tag Buy milk with home” to give one to a task."
                : "You have " + tags.size() + (tags.size() == 1 ? " tag:" : " tags:")
                        + numbered(tags, tag -> "#" + tag.tag() + " (" + tag.count() + " " + noun(tag.count()) + ")");
    }

    private static String described(TaskFilter filter, String count, int number) {
        return count
                + filter.status().map(status -> " " + status).orElse("")
                + filter.priority()
                        .map(priority -> " " + priority + " priority")
                        .orElse("")
                + " " + noun(number)
                + filter.tag().map(tag -> " tagged #" + tag).orElse("");
    }

    private static String lines(Listing listing) {
        int untold = listing.total() - listing.tasks().size();
        return numbered(listing.tasks(), TaskLines::line) + (untold > 0 ? "\n… and " + untold + " more." : "");
    }

    private static <T> String numbered(List<T> things, Function<T, String> line) {
        return IntStream.range(0, things.size())
                .mapToObj(i -> "\n" + (i + 1) + ". " + line.apply(things.get(i)))
                .collect(Collectors.joining());
    }

    private static String noun(int number) {
        return number == 1 ? "task" : "tasks";
    }
}
