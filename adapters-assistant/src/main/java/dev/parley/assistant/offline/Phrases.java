package dev.parley.assistant.offline;

import dev.parley.application.shared.Language;
import dev.parley.domain.shared.LocalizedText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the offline assistant has to say beside tasks. */
final class Phrases {

    private static final LocalizedText GREETING = LocalizedText.of(
            "Hello! I am Parley’s offline assistant. There is no model behind me, but this conversation is stored like any"
                    + " other. Tell me {0}, ask me for help, or how to connect a model.",
            Example.ADD.quoted());

    private static final LocalizedText CAN = LocalizedText.of(
            "I am Parley’s offline assistant: no model, but a few fixed forms, so that you can try sessions, streams and"
                    + " tools without a network and without a key. I can greet you, tell you how to connect a model, and"
                    + " keep your tasks:");

    private static final List<List<Example>> EXAMPLES = List.of(
            List.of(Example.ADD, Example.ADD_PRIORITY, Example.REMIND),
            List.of(Example.ASK_PENDING, Example.LIST_PENDING, Example.LIST_TAGGED, Example.LIST_TAGS, Example.SEARCH),
            List.of(Example.COMPLETE, Example.REOPEN, Example.DELETE, Example.RENAME),
            List.of(Example.PRIORITIZE, Example.TAG));

    private static final LocalizedText CANNOT = LocalizedText.of(
            "Part of a title will do where it fits one task alone. I do not understand anything else, and I will"
                    + " not pretend to.");

    private static final LocalizedText CONNECT =
            LocalizedText.of("To connect a model, set PARLEY_ASSISTANT_API_KEY for OpenAI’s, or"
                    + " PARLEY_ASSISTANT_BASE_URL to where any other one is served in OpenAI’s way, and start Parley again; it"
                    + " then answers instead of me. An assistant of your own is a Spring bean of the type"
                    + " dev.parley.application.assistant.Assistant. Parley’s README tells more of both.");

    private final Language language;

    Phrases(Language language) {
        this.language = language;
    }

    /** Something about what a message speaks of, in whichever of the languages that are understood. */
    String answerTo(String message) {
        if (speaks(Part.MODEL, message)) {
            return language.localize(CONNECT);
        }
        if (speaks(Part.GREETING, message)) {
            return language.localize(GREETING);
        }
        return speaks(Part.HELP, message) ? help() : language.localize(notUnderstood(message));
    }

    private boolean speaks(Part part, String message) {
        return Stream.of(language, Language.ENGLISH)
                .map(Grammar::of)
                .anyMatch(grammar -> grammar.mentions(part, message));
    }

    private String help() {
        Stream<String> lines = EXAMPLES.stream()
                .map(line -> line.stream()
                        .map(example -> language.localize(example.quoted()))
                        .collect(Collectors.joining(", ", "- ", "")));
        return Stream.of(Stream.of(language.localize(CAN)), lines, Stream.of(language.localize(CANNOT)))
                .flatMap(text -> text)
                .collect(Collectors.joining("\n"));
    }

    private static LocalizedText notUnderstood(String message) {
        return LocalizedText.of(
                "Your message of {0,choice,0#0 characters|1#1 character|1<{0} characters} is stored, but I am Parley’s"
                        + " offline assistant and there is no model behind me to answer it. I keep tasks, though: say"
                        + " “help” to see how, or ask me how to connect a model.",
                message.codePointCount(0, message.length()));
    }
}
