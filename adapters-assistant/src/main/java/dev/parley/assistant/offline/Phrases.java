package dev.parley.assistant.offline;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the offline assistant has to say. */
final class Phrases {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> GREETINGS =
            Set.of("hi", "hello", "hey", "hallo", "moin", "bonjour", "hola", "ciao");
    private static final Set<String> MODEL_WORDS = Set.of("model", "connect", "llm", "openai", "ollama", "bean");
    private static final Set<String> HELP_WORDS =
            Set.of("help", "can", "who", "what", "task", "tasks", "todo", "todos", "tag", "tags");

    private static final String GREETING = """
            Hello! I am Parley's offline assistant. There is no model behind me, but this conversation is stored \
            like any other. Tell me “add task: Buy milk”, ask me for help, or how to connect a model.""";

    private static final String HELP = """
            I am Parley's offline assistant: no model, but a few fixed forms, so that you can try sessions, streams and \
            tools without a network and without a key. I can greet you, tell you how to connect a model, and keep \
            your tasks:
            - “add task: Buy milk”, “add a high priority task Call the bank #home”, “remind me to water the plants”
            - “what do I have to do?”, “list my pending tasks”, “show tasks tagged home”, “list tags”, “search milk”
            - “complete Buy milk”, “reopen Buy milk”, “delete Buy milk”, “rename Buy milk to Buy oat milk”
            - “set priority of Buy milk to high”, “tag Buy milk with home”
            Part of a title will do where it fits one task alone. I do not understand anything else, and I will not \
            pretend to.""";

    private static final String CONNECT = """
            To connect a model, add a Spring bean that implements dev.parley.application.run.Assistant; it \
            replaces me. Parley's README shows how, under "Add an assistant".""";

    private Phrases() {}

    static String answerTo(String message) {
        Set<String> words = words(message);
        if (words.stream().anyMatch(MODEL_WORDS::contains)) {
            return CONNECT;
        }
        if (words.stream().anyMatch(GREETINGS::contains)) {
            return GREETING;
        }
        if (words.stream().anyMatch(HELP_WORDS::contains)) {
            return HELP;
        }
        return "Your message of " + count(message) + " is stored, but I am Parley's offline assistant and there is no"
                + " model behind me to answer it. I keep tasks, though: say “help” to see how, or ask me how to connect a"
                + " model.";
    }

    private static Set<String> words(String message) {
        return NOT_A_WORD.splitAsStream(PlainText.folded(message)).collect(Collectors.toSet());
    }

    private static String count(String message) {
        int characters = message.codePointCount(0, message.length());
        return characters == 1 ? "1 character" : characters + " characters";
    }
}
