package dev.parley.assistant.offline;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.testing.EchoTool;
import dev.parley.application.testing.UseCases;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Requester;
import dev.parley.domain.shared.Json;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineAssistantTest {

    private final OfflineAssistant assistant = new OfflineAssistant(Duration.ZERO, UseCases.toolBox(new EchoTool()));

    @Test
    void saysWhatItIsAndHowToConnectAModel() {
        assertThat(answerTo("Hello! What can you do?"))
                .containsSubsequence(
                        "offline assistant",
                        "no model",
                        "PARLEY_ASSISTANT_API_KEY",
                        "PARLEY_ASSISTANT_BASE_URL",
                        Assistant.class.getName());
    }

    @Test
    void understandsTheExamplesThatItShows() {
        assertThat(Pattern.compile("“([^”]+)”").matcher(answerTo("help")).results())
                .hasSizeGreaterThan(8)
                .extracting(example -> CommandParser.parse(example.group(1)))
                .noneMatch(command -> command instanceof Command.Echo || command instanceof Command.Help);
    }

    @Test
    void repeatsWhatItDoesNotUnderstand() {
        ReplyWithTasks reply = replyTo("Übersetze das 🚢");

        assertThat(reply.text()).startsWith("You wrote “Übersetze das 🚢”.").contains("no model", "“help”");
        assertThat(reply.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-AT", "fr", "nl"})
    void speaksEnglishInEveryLanguage(String locale) {
        assertThat(answer(turn(messageOf("list my tasks"), TurnCause.MESSAGE_SENT, locale))
                        .text())
                .isEqualTo("You have no tasks.");
    }

    @Test
    void saysThatItDoesNotReadFiles() {
        UserMessage text = messageOf("list my tasks");
        MessageAttachment file = new MessageAttachment("atc_1", "log.txt", "text/plain", false);
        UserMessage files = new UserMessage(
                text.id(), text.sequence(), List.of(), List.of(file), null, text.options(), text.createdAt());

        assertThat(answer(turn(files, TurnCause.MESSAGE_SENT, "en")).text())
                .startsWith("Hello!")
                .endsWith("\nI do not read attached files.");
    }

    @Test
    void executesACommandOnceThoughMoreHappensBehindIt() {
        TurnCause returned = new TurnCause.ToolReturned(new ClientToolCall(
                ItemId.ofMessage("2"), 2, "call_1", "get_location", new Json("{}"), new Json("{}"), NOW));

        assertThat(answer(turn(messageOf("add task: Buy milk"), returned, "en")).calls())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"n\":1} | {\"n\":1}", "hello | {}"})
    void callsTheToolThatTheUserPicked(String text, String arguments) {
        UserMessage message = messageOf(text).with(new InferenceOptions(null, "echo"));

        assertThat(answer(turn(message, TurnCause.MESSAGE_SENT, "en")).calls())
                .extracting(RequestedCall::name, RequestedCall::arguments)
                .containsExactly(tuple("echo", arguments));
        assertThat(assistant.canCall("echo", false)).isTrue();
        assertThat(assistant.canCall("unknown", false)).isFalse();
    }

    @Test
    void actsThroughTools() {
        assertThat(replyTo("Add task: Buy milk").tasks())
                .extracting(TaskSummary::title)
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
        return answer(turn(messageOf(message), TurnCause.MESSAGE_SENT, "en"));
    }

    private ReplyWithTasks answer(Turn turn) {
        ReplyWithTasks reply = new ReplyWithTasks();
        assistant.answer(turn, reply);
        return reply;
    }

    private static Turn turn(UserMessage message, TurnCause cause, String locale) {
        return new Turn(conversationOf(someone()), List.of(), message, cause, locale, false, Requester.UNKNOWN);
    }

    private static UserMessage messageOf(String text) {
        return (UserMessage) conversationOf(someone())
                .receive(ItemId.ofMessage("1"), saying(text), LIMITS, NOW)
                .item();
    }
}
