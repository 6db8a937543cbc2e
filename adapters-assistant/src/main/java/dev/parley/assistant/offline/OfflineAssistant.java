package dev.parley.assistant.offline;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.shared.Language;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers without any model: it understands plain orders about tasks, in the user's language and in English, greets,
 * says what it is and how to connect a model, in the user's language.
 * It says the same to the same, word by word, so that a stream can be seen to be one.
 */
public final class OfflineAssistant implements Assistant {

    private static final Logger log = LoggerFactory.getLogger(OfflineAssistant.class);
    private static final Pattern BEFORE_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    private final Duration pace;

    /**
     * Makes the assistant.
     *
     * @param pace the pause between two words; zero for none
     */
    public OfflineAssistant(Duration pace) {
        this.pace = pace;
    }

    @Override
    public void answer(Turn turn, Reply reply) {
        TaskTalk talk = new TaskTalk(new TaskTools(reply), Language.of(turn.locale()));
        for (String word : words(talk.answerTo(turn.message().text()))) {
            reply.text(word);
            if (!pause()) {
                return;
            }
        }
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
