package dev.parley.assistant.offline;

import dev.parley.domain.shared.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the command in a message. Messages may be long: every pattern takes linear time and a stack of bounded depth, so
 * what repeats without a bound is a single character.
 */
final class CommandParser {

    private static final String PRIORITY = "(?:(?<priority>high|medium|low)[ -]priority )?";
    private static final String TITLE = "(?: (?:the )?task:?)? (?<title>.+)";

    private static final List<Rule> RULES = List.of(
            new Rule("add (?:an? )?(?:new )?" + PRIORITY + "task(?:: ?| )(?<title>.+)", CommandParser::addTask),
            new Rule(
                    "(?:list|show)(?: me)?(?: all)?(?: my| the)? (?:(?<status>pending|completed) )?" + PRIORITY
                            + "tasks?(?: tagged #?(?<tag>[^.!?]+))?[.!?]*",
                    CommandParser::listTasks),
            new Rule("complete" + TITLE, found -> new Command.CompleteTask(title(found))),
            new Rule("reopen" + TITLE, found -> new Command.ReopenTask(title(found))),
            new Rule("delete" + TITLE, found -> new Command.DeleteTask(title(found))));

    private static final Pattern CALL = Pattern.compile(
            "\\s*call\\s+(?<name>[^\\s{]+)\\s*(?<arguments>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HELP =
            Pattern.compile("^(?:hello|hi|hey|help)\\b|\\bcan you do\\b|\\bmodel\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"|“[^”]+”");
    private static final Pattern HASHTAG = Pattern.compile("(?:^| )#(\\p{L}[\\p{L}\\p{N}_-]*)(?= |$)");

    private CommandParser() {}

    static Command parse(String message) {
        Matcher call = CALL.matcher(message);
        if (call.matches()) {
            String arguments = call.group("arguments");
            return new Command.CallTool(call.group("name"), arguments.isBlank() ? "{}" : arguments);
        }
        String line = Text.onOneLine(message);
        return RULES.stream()
                .flatMap(rule -> rule.parse(line).stream())
                .findFirst()
                .orElseGet(() -> helpOrEcho(line));
    }

    private static Command helpOrEcho(String line) {
        return line.isEmpty() || HELP.matcher(line).find() ? new Command.Help() : new Command.Echo(line);
    }

    /** Hashtags may stand anywhere but in quotes that the description begins with. */
    private static Command addTask(MatchResult found) {
        String description = found.group("title");
        Matcher quoted = QUOTED.matcher(description);
        int end = quoted.lookingAt() ? quoted.end() : 0;
        Matcher hashtags = HASHTAG.matcher(description.substring(end));
        List<String> tags =
                hashtags.results().map(hashtag -> hashtag.group(1)).distinct().toList();
        String title = description.substring(0, end) + hashtags.replaceAll("");
        return new Command.AddTask(unquoted(title.strip()), word(found, "priority"), tags);
    }

    private static Command listTasks(MatchResult found) {
        Optional<String> tag = Optional.ofNullable(found.group("tag")).map(CommandParser::unquoted);
        return new Command.ListTasks(word(found, "status"), word(found, "priority"), tag);
    }

    private static Optional<String> word(MatchResult found, String group) {
        return Optional.ofNullable(found.group(group)).map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static String title(MatchResult found) {
        return unquoted(found.group("title"));
    }

    private static String unquoted(String text) {
        return QUOTED.matcher(text).matches()
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    /** A form of messages, and what makes the command of one. */
    private record Rule(Pattern form, Function<MatchResult, Command> command) {

        Rule(String form, Function<MatchResult, Command> command) {
            this(Pattern.compile(form, Pattern.CASE_INSENSITIVE), command);
        }

        Optional<Command> parse(String line) {
            Matcher matcher = form.matcher(line);
            return matcher.matches() ? Optional.of(command.apply(matcher)) : Optional.empty();
        }
    }
}
