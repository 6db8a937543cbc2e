package dev.parley.application.run;

import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.conversation.AssistantMessage;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.OutputText;
import dev.parley.domain.conversation.ToolCall;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what an assistant says and does into items, and tells the stream meanwhile. */
final class RunReply implements Reply {

    private static final int MAXIMUM_LENGTH = 256 * 1024;
    private static final int MAXIMUM_NAME = 256;

    private final Run run;
    private final ToolContext context;
    private final ToolBox tools;
    private final RunLedger ledger;
    private final RunStream stream;
    private final Interruption interruption;
    private @Nullable SpokenMessage message;
    private @Nullable Usage usage;
    private int length;

    RunReply(Run run, Turn turn, ToolBox tools, RunLedger ledger, RunStream stream, Interruption interruption) {
        this.run = run;
        this.context = new ToolContext(turn.conversation().owner(), run.conversation());
        this.tools = tools;
        this.ledger = ledger;
        this.stream = stream;
        this.interruption = interruption;
    }

    @Override
    public void text(String delta) {
        checkWanted();
        if (delta.isEmpty()) {
            return;
        }
        length += delta.length();
        if (length > MAXIMUM_LENGTH) {
            throw new AnswerTooLong(MAXIMUM_LENGTH);
        }
        SpokenMessage spoken = message == null ? begin() : message;
        tell(spoken, spoken.add(delta));
    }

    @Override
    public void progress(String text) {
        checkWanted();
        stream.publish(new RunEvent.Progress(null, Text.madeStorable(text)));
    }

    @Override
    public ToolResult callTool(RequestedCall call) {
        checkWanted();
        RequestedCall storable = storable(call);
        ToolCall committed = interruption.shielded(() -> begin(storable));
        progress(tools.definition(storable.name())
                .map(ToolDefinition::activity)
                .orElse("Looking for the tool " + storable.name() + "…"));
        ToolResult result = call(storable);
        ToolCall returned = committed.returned(new ToolCall.Outcome(result.content(), result.isError()));
        if (!interruption.shielded(() -> ledger.commitOutcome(run, stream, returned))) {
            throw fencedOff();
        }
        return result;
    }

    @Override
    public void usage(Usage more) {
        usage = usage == null ? more : usage.plus(more);
    }

    /** What the answer has cost; null where nobody told. */
    @Nullable Usage usage() {
        return usage;
    }

    /** Commits what is being said, if anything; false if the run is not this node's any longer. */
    boolean endMessage() {
        SpokenMessage spoken = message;
        message = null;
        return interruption.reason() != Interruption.Reason.FENCED_OFF && (spoken == null || commit(spoken));
    }

    private boolean commit(SpokenMessage spoken) {
        tell(spoken, spoken.end());
        OutputText text = new OutputText(spoken.text());
        return ledger.commit(
                        run,
                        stream,
                        new AssistantMessage(spoken.id(), Item.DRAFT, List.of(text), spoken.createdAt()),
                        List.of(new RunEvent.ItemUpdated(spoken.id(), new ItemUpdate.PartDone(0, text))))
                .isPresent();
    }

    private ToolCall begin(RequestedCall call) {
        if (!endMessage()) {
            throw fencedOff();
        }
        ToolCall draft = new ToolCall(
                ledger.newId(ItemId.Prefix.TOOL_CALL),
                Item.DRAFT,
                call.callId(),
                call.name(),
                call.arguments(),
                null,
                ledger.now());
        Optional<Item> committed = ledger.commit(run, stream, draft, List.of());
        return draft.at(committed.orElseThrow(this::fencedOff).sequence());
    }

    private ToolResult call(RequestedCall call) {
        try {
            return tools.call(call.name(), call.arguments(), context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunStopped();
        }
    }

    private SpokenMessage begin() {
        SpokenMessage spoken = new SpokenMessage(ledger.newId(ItemId.Prefix.MESSAGE), ledger.now());
        message = spoken;
        stream.publish(
                new RunEvent.ItemAdded(new AssistantMessage(spoken.id(), Item.DRAFT, List.of(), spoken.createdAt())));
        stream.publish(new RunEvent.ItemUpdated(spoken.id(), new ItemUpdate.PartAdded(0, new OutputText(""))));
        return spoken;
    }

    private void tell(SpokenMessage spoken, String piece) {
        if (!piece.isEmpty()) {
            stream.publish(new RunEvent.ItemUpdated(spoken.id(), new ItemUpdate.TextDelta(0, piece)));
        }
    }

    private void checkWanted() {
        if (interruption.reason() != null || Thread.currentThread().isInterrupted()) {
            throw new RunStopped();
        }
    }

    private RunStopped fencedOff() {
        interruption.stop(Interruption.Reason.FENCED_OFF);
        return new RunStopped();
    }

    private static RequestedCall storable(RequestedCall call) {
        return new RequestedCall(
                Text.cut(Text.madeStorable(call.callId()), MAXIMUM_NAME),
                Text.cut(Text.madeStorable(call.name()), MAXIMUM_NAME),
                Text.cut(Text.madeStorable(call.arguments()), MAXIMUM_LENGTH));
    }
}
