package dev.parley.application.model;

import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.EndOfTurn;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.HiddenContext;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.Note;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.TaskItem;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.WorkflowItem;
import dev.parley.domain.shared.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A turn as the messages that a model is asked with. What the user did last is told last; what waits for the user or the
 * client is not told at all, since a call without a result is nothing that a model can be asked with.
 */
final class Transcript {

    private static final String NO_RESULT = "The call was cut off; nobody knows whether it has done its work.";
    private static final String HIDDEN = "<hidden_context>%s</hidden_context>";

    private final Turn turn;
    private final Map<String, Prompt.File> contents;
    private final Map<ItemId, StructuredInput> asking;
    private final List<Prompt.Message> messages = new ArrayList<>();

    private Transcript(Turn turn, Map<String, Prompt.File> contents) {
        this.turn = turn;
        this.contents = contents;
        this.asking = turn.transcript().stream()
                .filter(StructuredInput.class::isInstance)
                .map(StructuredInput.class::cast)
                .filter(input -> input.toolCall() != null)
                .collect(Collectors.toMap(
                        input -> Objects.requireNonNull(input.toolCall()), Function.identity(), (one, other) -> one));
    }

    /**
     * Tells a turn.
     *
     * @param systemText the operator's instructions; blank for none
     * @param contents of the files that the model is sent, by the attachments' ids
     */
    static List<Prompt.Message> messages(String systemText, Turn turn, Map<String, Prompt.File> contents) {
        Transcript transcript = new Transcript(turn, contents);
        if (!systemText.isBlank()) {
            transcript.messages.add(new Prompt.FromSystem(systemText));
        }
        List<Item> last = transcript.last();
        Set<ItemId> toldLast = last.stream().map(Item::id).collect(Collectors.toSet());
        Stream.concat(turn.transcript().stream().filter(item -> !toldLast.contains(item.id())), last.stream())
                .forEach(transcript::add);
        return transcript.messages;
    }

    /** The files of all messages that are told, the newest message's first. */
    static List<MessageAttachment> files(Turn turn) {
        Stream<Item> newest =
                turn.cause() instanceof TurnCause.MessageSent ? Stream.of(turn.message()) : Stream.empty();
        return Stream.concat(newest, turn.transcript().reversed().stream())
                .filter(UserMessage.class::isInstance)
                .map(UserMessage.class::cast)
                .flatMap(message -> message.attachments().stream())
                .toList();
    }

    /** What the user did, as the items that tell of it; a call and its result are one item, and are not torn apart. */
    private List<Item> last() {
        return switch (turn.cause()) {
            case TurnCause.MessageSent spoken -> List.of(turn.message());
            case TurnCause.ToolReturned returned -> List.of(returned.call());
            case TurnCause.Answered answered ->
                Stream.concat(call(answered.input()).stream(), Stream.of(answered.input()))
                        .toList();
            case TurnCause.Acted acted -> List.of();
        };
    }

    private void add(Item item) {
        switch (item) {
            case UserMessage message -> messages.add(UserPromptRenderer.of(message, contents));
            case AssistantMessage message -> messages.add(new Prompt.FromAssistant(message.text(), List.of()));
            case ToolCall call -> add(call);
            case ClientToolCall call -> add(call);
            case HiddenContext hidden ->
                messages.add(
                        new Prompt.FromUser(HIDDEN.formatted(hidden.content().text())));
            case Note note -> messages.add(new Prompt.FromUser(HIDDEN.formatted(note.content())));
            case StructuredInput input -> add(input);
            case Widget widget -> {}
            case GeneratedImage image -> {}
            case TaskItem task -> {}
            case WorkflowItem workflow -> {}
            case EndOfTurn end -> {}
        }
    }

    private void add(ToolCall call) {
        StructuredInput questions = asking.get(call.id());
        if (questions == null || !questions.isPending()) {
            ToolCall.Outcome outcome = call.outcome();
            add(call.callId(), call.name(), call.arguments(), outcome == null ? NO_RESULT : outcome.content());
        }
    }

    private void add(ClientToolCall call) {
        Json output = call.output();
        if (output != null) {
            add(call.callId(), call.name(), call.arguments().text(), output.text());
        }
    }

    private void add(String callId, String name, String arguments, String result) {
        messages.add(new Prompt.FromAssistant("", List.of(new RequestedCall(callId, name, arguments))));
        messages.add(new Prompt.FromTool(callId, result));
    }

    /** Answers are the result of the call that asked for them; where none did, or it is too long ago, they are told. */
    private void add(StructuredInput input) {
        if (!input.isPending() && call(input).isEmpty()) {
            messages.add(new Prompt.FromAssistant(lines(input, Question::question), List.of()));
            messages.add(new Prompt.FromUser(lines(input, Transcript::answer)));
        }
    }

    private Optional<Item> call(StructuredInput input) {
        ItemId asked = input.toolCall();
        return turn.transcript().stream()
                .filter(ToolCall.class::isInstance)
                .filter(item -> item.id().equals(asked))
                .findFirst();
    }

    private static String lines(StructuredInput input, Function<Question, String> line) {
        return input.questions().stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String answer(Question question) {
        Question.Answer answer = question.answer();
        return answer == null || answer.skipped() ? "(no answer)" : String.join(", ", answer.values());
    }
}
