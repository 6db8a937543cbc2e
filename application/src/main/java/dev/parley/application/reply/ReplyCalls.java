package dev.parley.application.reply;

import dev.parley.application.assistant.RunStopped;
import dev.parley.application.event.RunEvent;
import dev.parley.application.shared.Language;
import dev.parley.application.shared.RootCause;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.application.tool.ToolText;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.LocalizedText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an assistant lets others do: the server's tools, the client's, and the user. */
final class ReplyCalls {

    private static final Logger log = LoggerFactory.getLogger(ReplyCalls.class);
    private static final int MAXIMUM_QUESTIONS = 100;

    private final ReplyOutput replyOutput;
    private final CheckedJson json;
    private final ToolBox tools;
    private final ToolContext context;
    private final Language language;

    ReplyCalls(ReplyOutput replyOutput, CheckedJson json, ToolBox tools, ToolContext context) {
        this.replyOutput = replyOutput;
        this.json = json;
        this.tools = tools;
        this.context = context;
        this.language = Language.of(context.locale());
    }

    ToolResult callTool(RequestedCall call) {
        RequestedCall storable = Storable.call(call);
        ToolCall committed = (ToolCall) replyOutput.commit(draft(storable));
        replyOutput.check();
        replyOutput.emit(new RunEvent.Progress(null, language.localize(activity(storable))));
        ToolResult result = call(storable);
        replyOutput.commitOutcome(committed.returned(new ToolCall.Outcome(result.content(), result.isError())));
        Json widget = result.widget();
        if (widget != null) {
            show(storable.name(), widget);
        }
        return result;
    }

    private LocalizedText activity(RequestedCall call) {
        return tools.definition(call.name())
                .map(ToolDefinition::activity)
                .orElseGet(() -> ToolText.LOOKING_FOR_TOOL.text(call.name()));
    }

    /** A tool never ends the answer, whatever it wants to show. */
    private void show(String tool, Json widget) {
        Json tree;
        try {
            tree = json.object("what the tool shows", widget);
        } catch (IllegalArgumentException e) {
            log.error("The tool {} shows what is no widget: {}", tool, RootCause.of(e), e);
            return;
        }
        replyOutput.commit(
                new Widget(replyOutput.newId(ItemId.Prefix.MESSAGE), Item.DRAFT, tree, null, replyOutput.now()));
    }

    ItemId callClientTool(RequestedCall call) {
        RequestedCall storable = Storable.call(call);
        Json arguments = json.object("the arguments of " + storable.name(), new Json(call.arguments()));
        ClientToolCall draft = new ClientToolCall(
                replyOutput.newId(ItemId.Prefix.TOOL_CALL),
                Item.DRAFT,
                storable.callId(),
                storable.name(),
                arguments,
                null,
                replyOutput.now());
        replyOutput.commit(draft);
        replyOutput.end();
        return draft.id();
    }

    ItemId ask(List<Question> questions) {
        StructuredInput input = input(questions, null);
        replyOutput.commit(input);
        return input.id();
    }

    ItemId ask(RequestedCall call, List<Question> questions) {
        ToolCall asking = draft(Storable.call(call));
        StructuredInput input = input(questions, asking.id());
        replyOutput.commit(List.of(asking, input), List.of());
        return input.id();
    }

    private StructuredInput input(List<Question> questions, @Nullable ItemId asking) {
        Set<String> ids = new HashSet<>();
        if (questions.isEmpty() || questions.size() > MAXIMUM_QUESTIONS) {
            throw new IllegalArgumentException(
                    "there must be 1 to " + MAXIMUM_QUESTIONS + " questions, not " + questions.size());
        }
        List<Question> storable = questions.stream().map(Storable::question).toList();
        if (!storable.stream().allMatch(question -> ids.add(question.id()))) {
            throw new IllegalArgumentException("two questions have the same id");
        }
        return new StructuredInput(
                replyOutput.newId(ItemId.Prefix.MESSAGE),
                Item.DRAFT,
                StructuredInput.Status.PENDING,
                storable,
                asking,
                replyOutput.now());
    }

    private ToolCall draft(RequestedCall call) {
        return new ToolCall(
                replyOutput.newId(ItemId.Prefix.TOOL_CALL),
                Item.DRAFT,
                call.callId(),
                call.name(),
                call.arguments(),
                null,
                replyOutput.now());
    }

    private ToolResult call(RequestedCall call) {
        try {
            return tools.call(call.name(), call.arguments(), context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStopped();
        }
    }
}
