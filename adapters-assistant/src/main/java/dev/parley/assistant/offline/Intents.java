package dev.parley.assistant.offline;

import dev.parley.assistant.offline.Intent.Change;
import dev.parley.assistant.offline.Intent.Search;
import dev.parley.assistant.offline.Intent.Show;
import dev.parley.assistant.offline.Intent.ShowTags;
import dev.parley.assistant.offline.Intent.Unclear;
import dev.parley.assistant.offline.TaskChange.Complete;
import dev.parley.assistant.offline.TaskChange.Delete;
import dev.parley.assistant.offline.TaskChange.Prioritize;
import dev.parley.assistant.offline.TaskChange.Reopen;
import dev.parley.assistant.offline.TaskChange.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what a message wants: the first form that it has wins. */
final class Intents {

    private static final String PRIORITY = "(high|medium|low)";
    private static final String NOUN = "(?:task|todo|to-do)";
    /** Names that are no titles unless they stand in quotes; numbers are the lines of a list. */
    private static final Pattern VAGUE = PlainText.pattern(
            "|as|it|this|that|them|everything|all|all of (?:it|them)"
                    + "|(?:(?:the )?task |number )?#?[0-9]{1,4}"
                    + "|(?:all )?(?:of )?(?:the |my |a )?(?:pending |open |completed |done |finished )?(?:tasks?|todos?|to-dos?)");

    private static final Unclear ADD_WHAT = new Unclear("If you want a new task, say “add task: ” and its title, for"
            + " example “add task: Buy milk”. I add one at a time.");
    private static final Unclear COMPLETE_WHICH =
            new Unclear("Which task is done? Tell me its title, for example “complete Buy milk”.");
    private static final Unclear REOPEN_WHICH =
            new Unclear("Which task is not done yet? Tell me its title, for example “reopen Buy milk”.");
    private static final Unclear DELETE_WHICH =
            new Unclear("Which task shall I delete? Tell me its title, for example “delete Buy milk”.");
    private static final Unclear PRIORITY_OF_WHICH =
            new Unclear("Which task gets which priority? There are high, medium"
                    + " and low; say, for example, “set priority of Buy milk to high”.");
    private static final Unclear TAG_WHICH =
            new Unclear("Which task gets which tag? Say, for example, “tag Buy milk with home”.");
    private static final Unclear MARK_AS_WHAT =
            new Unclear("Which task shall I mark, and as what? Say, for example, “mark Buy milk as done”.");
    private static final Unclear SEARCH_WHAT = new Unclear("What shall I search for? Say, for example, “search milk”.");

    private static final List<Form> FORMS = List.of(
            form(
                    "(?:add|create|new|make (?:a|an|another))(?: (?:a|an|another|the))?(?: new)?(?: " + PRIORITY
                            + "[ -]priority)? " + NOUN
                            + "(?: called| named| titled)?(?: to(?= ))?(?:: ?| |$)(.*)",
                    form -> NewTask.read(form.group(1), form.group(2))),
            form("remind me(?: to| about| of)?(?:: ?| |$)(.*)", form -> NewTask.read(null, form.group(1))),
            form(NOUN + ": ?(.+)", form -> NewTask.read(null, form.group(1))),
            form(
                    "add (.+) to (?:my|the) (?:tasks|todos|to-dos|list|task list|todo list|to-do list)",
                    form -> NewTask.read(null, form.group(1))),
            form("add(?: .*)?|(?:create|new)(?: a| an)?(?: tasks?:?.*)?", form -> ADD_WHAT),
            form("(?:set|change)(?: the)? priority of (.+) to " + PRIORITY + "(?: priority)?", Intents::prioritize),
            form("(?:set|change) (.+) to " + PRIORITY + "[ -]priority", Intents::prioritize),
            form("(?:make|mark) (.+?)(?: as)?(?: a)? " + PRIORITY + "[ -]priority(?: task)?", Intents::prioritize),
            form("(?:set|change)(?: the)? priority(?: .*)?", form -> PRIORITY_OF_WHICH),
            form(
                    "mark (.+?)(?: as)? (?:not (?:done|completed?|finished)|undone|pending|open|incomplete|unfinished)",
                    form -> change(form.group(1), new Reopen(), REOPEN_WHICH)),
            form(
                    "mark (.+?)(?: as)? (?:done|completed?|finished)",
                    form -> change(form.group(1), new Complete(), COMPLETE_WHICH)),
            form("mark", form -> MARK_AS_WHAT),
            form(
                    "(?:complete|finish|tick off|check off)(?: (.*)|$)",
                    form -> change(form.group(1), new Complete(), COMPLETE_WHICH)),
            form("(?:reopen|uncomplete)(?: (.*)|$)", form -> change(form.group(1), new Reopen(), REOPEN_WHICH)),
            form("(?:delete|remove)(?: (.*)|$)", form -> change(form.group(1), new Delete(), DELETE_WHICH)),
            form("rename(?: (.*)|$)", form -> Renaming.read(rest(form.group(1)))),
            form("tag (.+) with (.+)", Intents::tag),
            form("tag(?: .*)?", form -> TAG_WHICH),
            form(
                    "(?:(?:list|show|display)(?: me)? |(?:what|which) (?:are )?)?(?:all )?(?:my |the )?tags"
                            + "(?: do i have| are there)?",
                    form -> new ShowTags()),
            form(
                    "what (?:do i (?:still )?(?:have|need) to do|should i do|is left to do)(?: now| next| today)?",
                    form -> new Show(TaskFilter.PENDING)),
            form(
                    "what(?: is|['’]s) (?:left|on my (?:list|task list|todo list|to-do list))",
                    form -> new Show(TaskFilter.PENDING)),
            form(
                    "(?:search|find)(?: for)? (.*tasks? (?:tagged|labell?ed|with (?:the )?tag) .+)",
                    form -> ListingWords.read("list " + form.group(1))),
            form(
                    "(?:search|find|look(?= for))(?: my| all| the)?(?: tasks?)?(?: for| about| containing)?(?: (.*)|$)",
                    form -> search(rest(form.group(1)))));

    private Intents() {}

    /** What a message wants. */
    static Intent of(String message) {
        String text = PlainText.of(message);
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.matches()) {
                return form.reading().apply(matcher);
            }
        }
        return ListingWords.read(text);
    }

    /** The intent to change a task, or a question if nothing names one. */
    static Intent change(@Nullable String name, TaskChange change, Unclear which) {
        String title = PlainText.title(rest(name));
        boolean isVague = VAGUE.matcher(rest(name).strip()).matches();
        return title.isEmpty() || isVague ? which : new Change(title, change);
    }

    private static Intent prioritize(Matcher form) {
        String priority = rest(form.group(2)).toLowerCase(Locale.ROOT);
        return change(form.group(1), new Prioritize(priority), PRIORITY_OF_WHICH);
    }

    private static Intent tag(Matcher form) {
        List<String> tags = Tags.listed(rest(form.group(2)));
        return tags.isEmpty() ? TAG_WHICH : change(form.group(1), new Tag(tags), TAG_WHICH);
    }

    private static Intent search(String text) {
        String wanted = Quotes.removed(text.strip());
        return wanted.isEmpty() ? SEARCH_WHAT : new Search(wanted);
    }

    private static String rest(@Nullable String group) {
        return Objects.requireNonNullElse(group, "");
    }

    private static Form form(String regex, Function<Matcher, Intent> reading) {
        return new Form(PlainText.pattern(regex), reading);
    }

    /** A way to say something. */
    private record Form(Pattern pattern, Function<Matcher, Intent> reading) {}
}
