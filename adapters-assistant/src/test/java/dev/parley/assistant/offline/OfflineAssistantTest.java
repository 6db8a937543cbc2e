package dev.parley.assistant.offline;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.run.Turn;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.UserMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfflineAssistantTest {

    private final OfflineAssistant assistant = new OfflineAssistant(Duration.ZERO);

    @Test
    void greetsAndSaysWhatItIs() {
        assertThat(answerTo("Hello there!")).startsWith("Hello!").contains("offline assistant", "no model");
    }

    @Test
    void tellsHowToConnectAModel() {
        assertThat(answerTo("How do I connect a model?")).contains("dev.parley.application.run.Assistant");
    }

    @Test
    void tellsWhatItCanDo() {
        assertThat(answerTo("What can you do?")).contains("I can greet you", "“add task: Buy milk”");
    }

    @Test
    void isHonestAboutWhatItDoesNotUnderstand() {
        assertThat(answerTo("Übersetze das 🚢")).contains("15 characters", "no model", "tasks");
    }

    @Test
    void tellsHowToSpeakOfTasks() {
        assertThat(answerTo("How do I add a task?")).isEqualTo(answerTo("help"));
    }

    @Test
    void callsNoToolForSmallTalk() {
        assertThat(replyTo("How do I connect a model?").calls()).isEmpty();
    }

    @Test
    void actsThroughTools() {
        assertThat(replyTo("Add task: Buy milk").tasks())
                .extracting(KnownTask::title)
                .containsExactly("Buy milk");
    }

    @Test
    void answersTheSameToTheSame() {
        assertThat(answerTo("Tell me a joke")).isEqualTo(answerTo("Tell me a joke"));
    }

    @Test
    void speaksWordByWord() {
        List<String> words = wordsTo("hello");

        assertThat(words).hasSizeGreaterThan(10).allMatch(word -> word.strip().indexOf(' ') < 0);
    }

    @Test
    void stopsSoonWhenInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(wordsTo("hello")).hasSize(1);

        assertThat(Thread.interrupted()).isTrue();
    }

    private String answerTo(String message) {
        return String.join("", wordsTo(message));
    }

    private List<String> wordsTo(String message) {
        return replyTo(message).words();
    }

    private ReplyWithTasks replyTo(String message) {
        Appended appended = conversationOf(someone()).receive(ItemId.ofMessage("1"), saying(message), LIMITS, NOW);
        ReplyWithTasks reply = new ReplyWithTasks();
        assistant.answer(new Turn(appended.conversation(), List.of(), (UserMessage) appended.item()), reply);
        return reply;
    }
}
