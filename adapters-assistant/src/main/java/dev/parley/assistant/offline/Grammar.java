package dev.parley.assistant.offline;

import dev.parley.application.shared.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How users say in a language what they want. Every pattern reads a text of any length in linear time: messages may be
 * long, so what repeats is a single character or bounded, no repetition holds another, and where one follows another
 * nothing behind it can fail.
 */
final class Grammar {

    private static final List<Part> PRIORITIES = List.of(Part.HIGH, Part.MEDIUM, Part.LOW);

    private final Map<Part, Pattern> words = new EnumMap<>(Part.class);
    private final List<Rule> rules;

    /**
     * Makes the grammar.
     *
     * @param words of each part
     * @param forms of orders; the first that a message has wins
     */
    Grammar(Spelling spelling, Map<Part, String> words, List<Form> forms) {
        words.forEach((part, regex) -> this.words.put(part, spelling.pattern(regex)));
        this.rules = forms.stream()
                .map(form -> new Rule(form.order(), spelling.pattern(form.regex())))
                .toList();
    }

    static Grammar of(Language language) {
        return switch (language) {
            case ENGLISH -> English.GRAMMAR;
            case GERMAN -> German.GRAMMAR;
            case FRENCH -> French.GRAMMAR;
        };
    }

    /** What an order says, if the text has the form of one. */
    Optional<Said> said(String text) {
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.matches()) {
                return Optional.of(new Said(rule.order(), matcher));
            }
        }
        return Optional.empty();
    }

    /** Looks for a part in a text. */
    Matcher matcher(Part part, String text) {
        return pattern(part).matcher(text);
    }

    /** What stands between such parts. */
    Stream<String> split(Part part, String text) {
        return pattern(part).splitAsStream(text);
    }

    /** Whether all of a text is such a part. */
    boolean is(Part part, String text) {
        return matcher(part, text).matches();
    }

    /** The tools' word for a priority; empty if the text names none. */
    Optional<String> priority(String text) {
        return PRIORITIES.stream()
                .filter(part -> is(part, text))
                .findFirst()
                .map(part -> PlainText.folded(part.name()));
    }

    /** Whether a text has such a part in it. */
    boolean mentions(Part part, String text) {
        return matcher(part, text).find();
    }

    /** A regular expression for words wherever they stand. */
    static String anywhere(String words) {
        return "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])";
    }

    private Pattern pattern(Part part) {
        return Optional.ofNullable(words.get(part)).orElseThrow();
    }

    /** A way to say an order. */
    record Form(Order order, String regex) {}

    /** An order with what is said about it. */
    record Said(Order order, MatchResult groups) {

        /** What a group says; empty where the form has no such group or it is left out. */
        String text(String group) {
            String said = groups.namedGroups().containsKey(group) ? groups.group(group) : null;
            return said == null ? "" : said;
        }
    }

    private record Rule(Order order, Pattern pattern) {}
}
