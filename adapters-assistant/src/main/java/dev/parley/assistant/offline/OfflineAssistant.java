package dev.parley.assistant.offline;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.tool.ToolBox;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers without any model, in English: it executes plain commands about tasks, calls any tool, and repeats all else. It
 * answers the same to the same, word by word, so that a stream can be seen to be one.
 */
public final class OfflineAssistant implements Assistant {

    private static final Logger log = LoggerFactory.getLogger(OfflineAssistant.class);
    private static final Pattern BEFORE_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private final Duration pace;
    private final ToolBox tools;

    /**
     * Makes the assistant.
     *
     * @param pace the pause between two words; zero for none
     */
    public OfflineAssistant(Duration pace, ToolBox tools) {
        this.pace = pace;
        this.tools = tools;
    }

    @Override
    public boolean canCall(String tool, boolean clientActs) {
        return tools.definition(tool).isPresent();
    }

    @Override
    public void answer(Turn turn, Reply reply) {
        String answer = new CommandHandler(new TaskClient(reply)).handle(command(turn))
                + (turn.message().attachments().isEmpty() ? "" : AnswerText.FILES_UNREAD);
        for (String word : words(answer)) {
            reply.text(word);
            if (!pause()) {
                return;
            }
        }
    }

    /** What else a user may do, such as answering questions, does not make a command that was executed begin again. */
    private static Command command(Turn turn) {
        if (!(turn.cause() instanceof TurnCause.MessageSent)) {
            return new Command.Help();
        }
        String text = turn.message().text().strip();
        String tool = turn.message().options().toolChoice();
        return tool == null
                ? CommandParser.parse(text)
                : new Command.CallTool(tool, text.startsWith("{") ? text : "{}");
    }

    private static List<String> words(String text) {
        return BEFORE_WORDS.splitAsStream(text).toList();
    }

    private boolean pause() {
        try {
            Thread.sleep(pace);
            return true;
        } catch (InterruptedException e) {
            log.debug("Stopped while answering");
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
