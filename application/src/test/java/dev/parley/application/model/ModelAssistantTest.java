package dev.parley.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.model.Prompt.FromAssistant;
import dev.parley.application.model.Prompt.FromSystem;
import dev.parley.application.model.Prompt.FromTool;
import dev.parley.application.model.Prompt.FromUser;
import dev.parley.application.model.Prompt.TextFile;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.EchoTool;
import dev.parley.application.testing.Examples;
import dev.parley.application.testing.RecordingReply;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.run.TurnEnd;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelAssistantTest {

    private static final RequestedCall FIRST = new RequestedCall("call_1", "echo", "{\"n\":1}");
    private static final RequestedCall SECOND = new RequestedCall("call_2", "echo", "{\"n\":2}");

    private static final RequestedCall PAINT = new RequestedCall("call_7", "paint", "{}");

    private final ScriptedModel model = new ScriptedModel();
    private final ToolBox tools = new ToolBox(
            List.of(() -> List.of(new EchoTool())),
            (definition, arguments) -> Optional.empty(),
            Duration.ofSeconds(10),
            Secrets.NONE,
            (name, outcome, time) -> {});
    private final HandoffTools handoffTools = new HandoffTools(
            List.of(new ClientTool(new ToolDefinition("paint", "Paints", "{}", "Painting…"))),
            (definition, arguments) -> arguments.startsWith("{")
                    ? Optional.empty()
                    : Optional.of("The arguments must be one JSON object."));
    private final UploadedFiles uploads = new UploadedFiles();
    private final AttachedFiles files = uploads.reader(FileKind.values());
    private final SettableClock clock = new SettableClock();
    private final RecordingReply reply = new RecordingReply(call -> ToolResult.of("result of " + call.callId()));

    @Test
    void anAnswerWithoutCallsIsPassedOn() {
        model.then("Hello.");

        answer("Hi");

        assertThat(reply.text()).isEqualTo("Hello.");
        assertThat(reply.calls()).isEmpty();
    }

    @Test
    void theModelIsToldTheOperatorsTextTheMessageAndTheTools() {
        model.then("Hello.");

        answer("Hi");

        Prompt prompt = model.prompts().getFirst();
        assertThat(prompt.messages()).containsExactly(new FromSystem("Be brief."), new FromUser("Hi"));
        assertThat(prompt.tools()).extracting(ToolDefinition::name).containsExactly("echo", "paint");
    }

    @Test
    void resultsGoBackUnderTheIdsOfTheirCallsInTheModelsOrder() {
        model.then("Let me see.", FIRST, SECOND).then("Done.");

        answer("Do it twice");

        assertThat(reply.calls()).containsExactly(FIRST, SECOND);
        assertThat(model.prompts().getLast().messages())
                .containsExactly(
                        new FromSystem("Be brief."),
                        new FromUser("Do it twice"),
                        new FromAssistant("Let me see.", List.of(FIRST, SECOND)),
                        new FromTool("call_1", "result of call_1"),
                        new FromTool("call_2", "result of call_2"));
    }

    @Test
    void roundsGoOnUntilTheModelCallsNothing() {
        model.then("", FIRST).then("", SECOND).then("Done.");

        answer("Do both");

        assertThat(reply.text()).isEqualTo("Done.");
        assertThat(model.prompts().getLast().messages()).hasSize(6);
    }

    @Test
    void callsOfATurnThatRanOutOfTokensAreNotMadeAndTheModelIsAskedAgain() {
        model.thenEnding(TurnEnd.LENGTH, "Let me see.", FIRST, PAINT).then("Done.");

        answer("Do it");

        assertThat(reply.calls()).isEmpty();
        assertThat(reply.clientCalls()).isEmpty();
        assertThat(reply.text()).isEqualTo("Let me see.Done.");
        assertThat(model.prompts().getLast().messages())
                .contains(new FromAssistant("Let me see.", List.of(FIRST, PAINT)))
                .filteredOn(FromTool.class::isInstance)
                .hasSize(2)
                .allSatisfy(result ->
                        assertThat(((FromTool) result).content()).startsWith("Not done: your turn was cut off"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTENT_FILTER", "REFUSAL"})
    void callsOfATurnThatWasHeldBackAreNotMadeAndTheAnswerEnds(TurnEnd end) {
        model.thenEnding(end, "I can", FIRST, PAINT);

        answer("Do it");

        assertThat(reply.calls()).isEmpty();
        assertThat(reply.clientCalls()).isEmpty();
        assertThat(reply.text()).isEqualTo("I can");
        assertThat(model.prompts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LENGTH", "CONTENT_FILTER"})
    void theUserLearnsThatAnAnswerIsNotWhole(TurnEnd end) {
        model.thenEnding(end, "Once upon a");

        answer("Tell me a story");

        assertThat(reply.turnEnd()).isEqualTo(end);
        assertThat(reply.notices()).hasSize(1);
        assertThat(reply.text()).isEqualTo("Once upon a");
    }

    @ParameterizedTest
    @EnumSource(names = {"STOP", "REFUSAL"})
    void anAnswerThatTheModelEndedItselfHasNoNotice(TurnEnd end) {
        model.thenEnding(end, "No.");

        answer("Do it");

        assertThat(reply.turnEnd()).isEqualTo(end);
        assertThat(reply.notices()).isEmpty();
    }

    @Test
    void anEmptyAnswerIsAskedForOnceMore() {
        model.thenEnding(TurnEnd.EMPTY, "").then("Hello.");

        answer("Hello?");

        assertThat(reply.text()).isEqualTo("Hello.");
        assertThat(reply.turnEnd()).isEqualTo(TurnEnd.STOP);
        assertThat(reply.usages()).hasSize(2);
    }

    @Test
    void anAnswerThatIsEmptyTwiceFails() {
        model.thenEnding(TurnEnd.EMPTY, "").thenEnding(TurnEnd.EMPTY, "");

        assertThatThrownBy(() -> answer("Hello?"))
                .isInstanceOfSatisfying(
                        SystemFailure.class,
                        failure -> assertThat(failure.step()).isEqualTo("assistant"));

        assertThat(model.prompts()).hasSize(2);
        assertThat(reply.usages()).hasSize(2);
    }

    @Test
    void behindToolsNothingMoreHasToBeSaid() {
        model.then("", FIRST).thenEnding(TurnEnd.EMPTY, "");

        answer("Do it");

        assertThat(reply.calls()).containsExactly(FIRST);
        assertThat(reply.turnEnd()).isEqualTo(TurnEnd.EMPTY);
    }

    @Test
    void roundsUsedUpAreSaidAndTheLastCallIsNotMade() {
        model.then("", FIRST).then("", FIRST).then("Once more.", SECOND);

        answer("Never stop");

        assertThat(reply.calls()).containsExactly(FIRST, FIRST);
        assertThat(reply.text()).startsWith("Once more.\n\nI have used as many steps as I may");
    }

    @Test
    void callsBeyondTheMaximumOfAnAnswerAreToldAsNotDoneAndItGoesOn() {
        model.then("", FIRST).then("", calls(500)).then("That was much.");

        answer("Do it all");

        assertThat(reply.calls()).hasSize(100);
        List<Prompt.Message> told = model.prompts().getLast().messages();
        assertThat(told).contains(new FromTool("call_98", "result of call_98"));
        assertThat(told.getLast())
                .isEqualTo(new FromTool("call_499", "Not done: one answer may call tools at most 100 times."));
        assertThat(told.stream().filter(FromTool.class::isInstance)).hasSize(501);
        assertThat(reply.text()).isEqualTo("That was much.");
    }

    @Test
    void aCallOfAClientsToolEndsTheAnswer() {
        model.then("Let me paint.", PAINT);

        answer("Paint");

        assertThat(reply.clientCalls()).containsExactly(PAINT);
        assertThat(reply.text()).isEqualTo("Let me paint.");
        assertThat(model.prompts()).hasSize(1);
    }

    @Test
    void theServersToolsAreCalledFirstAndTheFirstCallOfAClientsToolIsTheLast() {
        RequestedCall later = new RequestedCall("call_8", "paint", "{\"more\":true}");
        model.then("", PAINT, FIRST, later, SECOND);

        answer("Do it all");

        assertThat(reply.calls()).containsExactly(FIRST, SECOND);
        assertThat(reply.clientCalls()).containsExactly(PAINT);
    }

    @Test
    void aCallOfAClientsToolWithWrongArgumentsGoesBackToTheModel() {
        RequestedCall wrong = new RequestedCall("call_9", "paint", "red");
        model.then("", wrong, FIRST).then("", PAINT);

        answer("Paint");

        assertThat(reply.clientCalls()).containsExactly(PAINT);
        assertThat(model.prompts().getLast().messages())
                .endsWith(
                        new FromAssistant("", List.of(FIRST, wrong)),
                        new FromTool("call_1", "result of call_1"),
                        new FromTool("call_9", "The arguments must be one JSON object."));
    }

    @Test
    void whatOnlyAClientThatActsCanDoIsOfferedToNoOther() {
        model.then("Hello.");

        answer(Turns.toReader(Turns.of("Hi")));

        assertThat(model.prompts().getFirst().tools())
                .extracting(ToolDefinition::name)
                .containsExactly("echo");
    }

    @Test
    void aCallOfAClientsToolThatWasNotOfferedGoesToTheServersTools() {
        model.then("", PAINT).then("I cannot.");

        answer(Turns.toReader(Turns.of("Paint")));

        assertThat(reply.calls()).containsExactly(PAINT);
        assertThat(reply.clientCalls()).isEmpty();
        assertThat(reply.text()).isEqualTo("I cannot.");
    }

    @Test
    void aClientsToolTakesThePlaceOfTheServersOfItsName() {
        HandoffTools ofServersName = new HandoffTools(
                List.of(new ClientTool(new ToolDefinition("echo", "Echoes there", "{}", "Echoing…"))),
                (definition, arguments) -> Optional.empty());
        model.then("", FIRST);

        new ModelAssistant(model, tools, ofServersName, files, clock, policy("")).answer(Turns.of("Hi"), reply);

        assertThat(model.prompts().getFirst().tools())
                .extracting(ToolDefinition::description)
                .containsExactly("Echoes there");
        assertThat(reply.clientCalls()).containsExactly(FIRST);
        assertThat(reply.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "paint"})
    void theToolThatTheUserPickedHasToBeCalledInTheFirstRound(String tool) {
        model.then("", FIRST).then("Done.");

        answer(Turns.picking(tool, TurnCause.MESSAGE_SENT));

        assertThat(model.prompts()).extracting(Prompt::toolChoice).containsExactly(tool, null);
    }

    @Test
    void aToolThatIsGoneNeedNotBeCalled() {
        model.then("Done.");

        answer(Turns.picking("gone", TurnCause.MESSAGE_SENT));

        assertThat(model.prompts()).extracting(Prompt::toolChoice).containsOnlyNulls();
    }

    @Test
    void whatTheClientDidIsNotAskedForAgain() {
        model.then("Done.");
        ClientToolCall painted = new ClientToolCall(
                ItemId.ofMessage("2"), 2, "call_7", "paint", new Json("{}"), new Json("{}"), Examples.NOW);

        answer(Turns.picking("paint", new TurnCause.ToolReturned(painted)));

        assertThat(model.prompts()).extracting(Prompt::toolChoice).containsOnlyNulls();
    }

    @Test
    void whatCanBePickedIsWhatTheModelIsOffered() {
        ModelAssistant assistant = new ModelAssistant(model, tools, handoffTools, files, clock, policy(""));

        assertThat(assistant.canCall("echo", false)).isTrue();
        assertThat(assistant.canCall("paint", true)).isTrue();
        assertThat(assistant.canCall("paint", false)).isFalse();
        assertThat(assistant.canCall("unknown", true)).isFalse();
    }

    @Test
    void aFileIsReadOnceForAllRounds() {
        MessageAttachment notes = uploads.upload("notes.txt", "text/plain", "Argo");
        model.then("", FIRST).then("Done.");

        new ModelAssistant(model, tools, handoffTools, files, clock, policy(""))
                .answer(uploads.turn(Turns.attaching("Read", notes)), reply);

        assertThat(model.prompts())
                .extracting(prompt -> prompt.messages().getFirst())
                .containsOnly(new FromUser("Read", List.of(new TextFile("notes.txt", "text/plain", "Argo"))));
        assertThat(uploads.opened()).isEqualTo(1);
    }

    @Test
    void whatTheModelThinksIsNotShownUnlessTheOperatorWants() {
        model.then(speech -> {
            speech.thought("Hm");
            speech.text("Hello.");
        });

        answer("Hi");

        assertThat(reply.deltas()).containsExactly("Hello.");
    }

    @Test
    void whatEachTurnCostIsTold() {
        model.then("", FIRST).then("Done.");

        answer("Do it");

        Usage turn = new Usage("scripted", 10, 1, 0, 5, 9);
        assertThat(reply.usages()).containsExactly(turn, turn);
    }

    @Test
    void aModelThatFailsFailsTheAnswer() {
        ChatModel broken = (prompt, speech) -> {
            throw SystemFailure.upstream("assistant", new IllegalStateException("broken"));
        };

        assertThatThrownBy(() -> new ModelAssistant(broken, tools, handoffTools, files, clock, policy(""))
                        .answer(Turns.of("Hi"), reply))
                .isInstanceOf(SystemFailure.class);
    }

    private static RequestedCall[] calls(int number) {
        return IntStream.range(0, number)
                .mapToObj(call -> new RequestedCall("call_" + call, "echo", "{}"))
                .toArray(RequestedCall[]::new);
    }

    private static ModelPolicy policy(String instructions) {
        return new ModelPolicy(instructions, 2, 100, false);
    }

    private void answer(String message) {
        answer(Turns.of(message));
    }

    private void answer(Turn turn) {
        new ModelAssistant(model, tools, handoffTools, files, clock, policy("Be brief.")).answer(turn, reply);
    }
}
