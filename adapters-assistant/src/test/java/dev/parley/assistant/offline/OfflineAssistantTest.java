package dev.parley.assistant.offline;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.UserMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineAssistantTest {

    private final OfflineAssistant assistant = new OfflineAssistant(Duration.ZERO);

    @Test
    void greetsAndSaysWhatItIs() {
        assertThat(answerTo("Hello there!")).startsWith("Hello!").contains("offline assistant", "no model");
    }

    @Test
    void tellsHowToConnectAModel() {
        assertThat(answerTo("How do I connect a model?")).contains("dev.parley.application.assistant.Assistant");
    }

    @Test
    void tellsFirstWhatTakesNoCode() {
        assertThat(answerTo("How do I connect a model?"))
                .containsSubsequence("PARLEY_ASSISTANT_API_KEY", "PARLEY_ASSISTANT_BASE_URL", "Spring bean");
    }

    @Test
    void tellsWhatItCanDo() {
        assertThat(answerTo("What can you do?")).contains("I can greet you", "“add task: Buy milk”");
    }

    @Test
    void isHonestAboutWhatItDoesNotUnderstand() {
        assertThat(answerTo("Übersetze das 🚢")).contains("15 characters", "no model", "tasks");
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, Guten Tag!, 'Hallo! Ich bin Parleys Offline-Assistent.'",
        "de, Hilfe, 'Ich bin Parleys Offline-Assistent: kein Modell'",
        "de, Wie kann ich ein Modell verbinden?, Um ein Modell anzuschließen",
        "de, Erzähl, Ihre Nachricht von 6 Zeichen ist gespeichert",
        "de, hello, Hallo!",
        "fr, Bonsoir, Bonjour\u202f!",
        "fr, Que sais-tu faire ?, 'Je suis l’assistant hors ligne de Parley\u00a0: pas'",
        "fr-CA, comment connecter un modèle ?, 'Pour connecter un modèle, réglez'",
        "fr, x, Votre message de 1 caractère est enregistré",
        "fr, xx, Votre message de 2 caractères est enregistré",
        "nl, hallo, Hello!"
    })
    void speaksTheLanguageOfTheUser(String locale, String message, String beginning) {
        assertThat(String.join("", replyTo(message, locale).words())).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({"de, „neue Aufgabe: Milch kaufen“", "fr, «\u202fajoute une tâche\u00a0: Acheter du lait\u202f»"})
    void showsExamplesInTheLanguageOfTheUser(String locale, String example) {
        assertThat(String.join("", replyTo("help", locale).words())).contains("\n- " + example + ", ");
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
        return replyTo(message, "en");
    }

    private ReplyWithTasks replyTo(String message, String locale) {
        Appended appended = conversationOf(someone()).receive(ItemId.ofMessage("1"), saying(message), LIMITS, NOW);
        ReplyWithTasks reply = new ReplyWithTasks();
        assistant.answer(
                new Turn(
                        appended.conversation(),
                        List.of(),
                        (UserMessage) appended.item(),
                        TurnCause.SPOKEN,
                        locale,
                        false),
                reply);
        return reply;
    }
}
