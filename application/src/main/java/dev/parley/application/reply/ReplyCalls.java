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
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.Words;
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

    private final Telling telling;
    private final CheckedJson json;
    private final ToolBox tools;
    private final ToolContext context;
    private final Language language;

    ReplyCalls(Telling telling, CheckedJson json, ToolBox tools, ToolContext context) {
        this.telling = telling;
        this.json = json;
        this.tools = tools;
        this.context = context;
        this.language = Language.of(context.locale());
    }

    ToolResult callTool(RequestedCall call) {
        RequestedCall storable = Storable.call(call);
        ToolCall committed = (ToolCall) telling.commit(draft(storable));
        telling.check();
        telling.tell(new RunEvent.Progress(null, language.say(activity(storable))));
        ToolResult result = call(storable);
        telling.commitOutcome(committed.returned(new ToolCall.Outcome(result.content(), result.isError())));
        Json widget = result.widget();
        if (widget != null) {
            show(storable.name(), widget);
        }
        return result;
    }

    private Words activity(RequestedCall call) {
        return tools.definition(call.name())
                .map(ToolDefinition::activity)
                .orElseGet(() -> Words.of("Looking for the tool {0}…", call.name()));
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
        telling.commit(new Widget(telling.newId(ItemId.Prefix.MESSAGE), Item.DRAFT, tree, null, telling.now()));
    }

    ItemId callClientTool(RequestedCall call) {
        RequestedCall storable = Storable.call(call);
        Json arguments = json.object("the arguments of " + storable.name(), new Json(call.arguments()));
        ClientToolCall draft = new ClientToolCall(
                telling.newId(ItemId.Prefix.TOOL_CALL),
                Item.DRAFT,
                storable.callId(),
                storable.name(),
                arguments,
                null,
                telling.now());
        telling.commit(draft);
        telling.end();
        return draft.id();
    }

    ItemId ask(List<Question> questions) {
        StructuredInput input = input(questions, null);
        telling.commit(input);
        return input.id();
    }

    ItemId ask(RequestedCall call, List<Question> questions) {
        ToolCall asking = draft(Storable.call(call));
        StructuredInput input = input(questions, asking.id());
        telling.commit(List.of(asking, input), List.of());
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
                telling.newId(ItemId.Prefix.MESSAGE),
                Item.DRAFT,
                StructuredInput.Status.PENDING,
                storable,
                asking,
                telling.now());
    }

    private ToolCall draft(RequestedCall call) {
        return new ToolCall(
                telling.newId(ItemId.Prefix.TOOL_CALL),
                Item.DRAFT,
                call.callId(),
                call.name(),
                call.arguments(),
                null,
                telling.now());
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
