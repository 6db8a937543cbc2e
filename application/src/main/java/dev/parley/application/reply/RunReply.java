package dev.parley.application.reply;

import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.assistant.OpenImage;
import dev.parley.application.assistant.OpenMessage;
import dev.parley.application.assistant.OpenWidget;
import dev.parley.application.assistant.OpenWorkflow;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.RunStopped;
import dev.parley.application.assistant.Turn;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunStream;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.EndOfTurn;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.HiddenContext;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.TaskItem;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.TurnEnd;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.Text;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what an assistant says and does into items, and tells the stream meanwhile. */
public final class RunReply implements Reply {

    private final ReplyOutput replyOutput;
    private final JsonTrees trees;
    private final Replacements replacements;
    private final CheckedJson json;
    private final ReplyThread thread;
    private final ReplyCalls calls;
    private final CancellationToken cancellationToken;
    private @Nullable MessageStream message;
    private @Nullable Usage usage;
    private @Nullable TurnEnd turnEnd;

    public RunReply(
            Run run,
            Turn turn,
            ToolBox tools,
            JsonTrees trees,
            RunTransactions transactions,
            RunStream stream,
            CancellationToken cancellationToken) {
        this.replyOutput = new ReplyOutput(run, transactions, stream, cancellationToken);
        this.trees = trees;
        this.replacements = new Replacements(trees);
        this.json = new CheckedJson(trees);
        this.thread = new ReplyThread(replyOutput);
        this.calls = new ReplyCalls(
                replyOutput,
                json,
                tools,
                new ToolContext(turn.conversation().owner(), run.conversation(), turn.locale(), turn.requester()));
        this.cancellationToken = cancellationToken;
    }

    @Override
    public void text(String delta) {
        replyOutput.check();
        if (delta.isEmpty()) {
            return;
        }
        MessageStream spoken = message;
        if (spoken == null || !replyOutput.isOpen(spoken.id())) {
            spoken = new MessageStream(replyOutput);
        }
        message = spoken.text(delta);
    }

    @Override
    public void annotate(Annotation annotation) {
        replyOutput.check();
        MessageStream spoken = message;
        if (spoken != null && replyOutput.isOpen(spoken.id())) {
            spoken.annotate(annotation);
        }
    }

    @Override
    public OpenMessage message() {
        beginItem();
        return new MessageStream(replyOutput);
    }

    @Override
    public void progress(@Nullable String icon, String text) {
        replyOutput.check();
        replyOutput.emit(new RunEvent.Progress(Storable.text(icon), Text.madeStorable(text)));
    }

    @Override
    public void notice(NoticeLevel level, String text, @Nullable String title) {
        replyOutput.check();
        replyOutput.emit(new RunEvent.Notice(level, Text.madeStorable(text), Storable.text(title)));
    }

    @Override
    public void effect(String name, Json data) {
        replyOutput.check();
        replyOutput.emit(new RunEvent.ClientEffect(Text.madeStorable(name), json.object("the effect's data", data)));
    }

    @Override
    public OpenWorkflow workflow(Workflow.Kind kind, boolean expanded) {
        beginItem();
        return new WorkflowStream(replyOutput, kind, expanded);
    }

    @Override
    public ItemId task(WorkflowTask task) {
        beginItem();
        return commit(new TaskItem(
                replyOutput.newId(ItemId.Prefix.TASK), Item.DRAFT, Storable.task(task), replyOutput.now()));
    }

    @Override
    public ItemId widget(Json widget, @Nullable String copyText) {
        beginItem();
        Json tree = json.object("the widget", widget);
        return commit(new Widget(newMessageId(), Item.DRAFT, tree, Storable.text(copyText), replyOutput.now()));
    }

    @Override
    public OpenWidget streamWidget(@Nullable String copyText) {
        beginItem();
        return new WidgetStream(replyOutput, trees, Storable.text(copyText));
    }

    @Override
    public ItemId image(GeneratedImage.Image image) {
        beginItem();
        return commit(new GeneratedImage(newMessageId(), Item.DRAFT, Storable.image(image), replyOutput.now()));
    }

    @Override
    public OpenImage streamImage() {
        beginItem();
        return new ImageStream(replyOutput);
    }

    @Override
    public ToolResult callTool(RequestedCall call) {
        beginItem();
        return calls.callTool(call);
    }

    @Override
    public ItemId callClientTool(RequestedCall call) {
        beginItem();
        replyOutput.finishOpen();
        return calls.callClientTool(call);
    }

    @Override
    public ItemId ask(List<Question> questions) {
        beginItem();
        return calls.ask(questions);
    }

    @Override
    public ItemId ask(RequestedCall call, List<Question> questions) {
        beginItem();
        return calls.ask(call, questions);
    }

    @Override
    public void title(String text) {
        thread.title(text);
    }

    @Override
    public void status(ThreadStatus status) {
        thread.status(status);
    }

    @Override
    public void imageDomains(@Nullable List<String> domains) {
        thread.imageDomains(domains);
    }

    @Override
    public ItemId remember(Json content) {
        beginItem();
        Json value = json.value("the hidden context", content);
        return commit(new HiddenContext(replyOutput.newId(ItemId.Prefix.HIDDEN), Item.DRAFT, value, replyOutput.now()));
    }

    @Override
    public void remove(ItemId id) {
        replyOutput.check();
        if (!replyOutput.discard(id)) {
            replyOutput.remove(id);
        }
    }

    @Override
    public void replace(Item item) {
        replyOutput.check();
        Item storable = replacements.of(item);
        boolean replaced = replyOutput.change(new ItemChange(item.id(), before -> {
            if (before.getClass() != item.getClass()) {
                throw new Failure(ConversationError.ITEM_NOT_FOUND);
            }
            return storable;
        }));
        if (!replaced) {
            throw new Failure(ConversationError.ITEM_NOT_FOUND);
        }
    }

    @Override
    public boolean change(ItemChange change) {
        replyOutput.checkEnd();
        return replyOutput.change(replacements.storable(change));
    }

    @Override
    public void endTurn() {
        beginItem();
        commit(new EndOfTurn(newMessageId(), Item.DRAFT, replyOutput.now()));
    }

    @Override
    public void usage(Usage more) {
        usage = usage == null ? more : usage.plus(more);
    }

    @Override
    public void turnEnded(TurnEnd end) {
        turnEnd = end;
    }

    /** Why the model's last turn ended; null where nobody noted it. */
    public @Nullable TurnEnd turnEnd() {
        return turnEnd;
    }

    /** How long the first text took, from when the reply was made; null where there was none. */
    public @Nullable Duration firstToken() {
        return replyOutput.firstToken();
    }

    /** What the answer has cost; null where nobody told. */
    public @Nullable Usage usage() {
        return usage;
    }

    /**
     * Commits what is to be kept of the items that are open.
     *
     * @param isComplete whether the assistant has said all; if so they are done as they are
     * @return false if the run is not this node's any longer
     */
    public boolean close(boolean isComplete) {
        if (cancellationToken.reason() == CancellationToken.Reason.FENCED_OFF) {
            return false;
        }
        try {
            if (isComplete) {
                replyOutput.finishOpen();
            } else {
                replyOutput.cutOpenShort();
            }
            return true;
        } catch (RunStopped e) {
            return false;
        }
    }

    /** Ends the message that is being said, because something else comes. */
    private void beginItem() {
        replyOutput.check();
        MessageStream spoken = message;
        message = null;
        if (spoken != null) {
            spoken.done();
        }
    }

    private ItemId commit(Item draft) {
        return replyOutput.commit(draft).id();
    }

    private ItemId newMessageId() {
        return replyOutput.newId(ItemId.Prefix.MESSAGE);
    }
}
