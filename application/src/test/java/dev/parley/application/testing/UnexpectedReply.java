package dev.parley.application.testing;

import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.assistant.OpenImage;
import dev.parley.application.assistant.OpenMessage;
import dev.parley.application.assistant.OpenWidget;
import dev.parley.application.assistant.OpenWorkflow;
import dev.parley.application.assistant.Reply;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.run.TurnEnd;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply to an assistant that does nothing; what a test expects, it overrides. */
public class UnexpectedReply implements Reply {

    @Override
    public void text(String delta) {
        throw unexpected("text " + delta);
    }

    @Override
    public void annotate(Annotation annotation) {
        throw unexpected("an annotation " + annotation);
    }

    @Override
    public OpenMessage message() {
        throw unexpected("a message");
    }

    @Override
    public void progress(@Nullable String icon, String text) {
        throw unexpected("progress " + text);
    }

    @Override
    public void notice(NoticeLevel level, String message, @Nullable String title) {
        throw unexpected("a notice " + message);
    }

    @Override
    public void effect(String name, Json data) {
        throw unexpected("an effect " + name);
    }

    @Override
    public OpenWorkflow workflow(Workflow.Kind kind, boolean expanded) {
        throw unexpected("a workflow");
    }

    @Override
    public ItemId task(WorkflowTask task) {
        throw unexpected("a task " + task);
    }

    @Override
    public ItemId widget(Json widget, @Nullable String copyText) {
        throw unexpected("a widget " + widget);
    }

    @Override
    public OpenWidget streamWidget(@Nullable String copyText) {
        throw unexpected("a widget that changes");
    }

    @Override
    public ItemId image(GeneratedImage.Image image) {
        throw unexpected("an image " + image);
    }

    @Override
    public OpenImage streamImage() {
        throw unexpected("an image that changes");
    }

    @Override
    public ToolResult callTool(RequestedCall call) {
        throw unexpected("a call " + call);
    }

    @Override
    public ItemId callClientTool(RequestedCall call) {
        throw unexpected("a call of the client's tool " + call);
    }

    @Override
    public ItemId ask(List<Question> questions) {
        throw unexpected("questions " + questions);
    }

    @Override
    public ItemId ask(RequestedCall call, List<Question> questions) {
        throw unexpected("questions of a tool " + questions);
    }

    @Override
    public void title(String text) {
        throw unexpected("a title " + text);
    }

    @Override
    public void status(ThreadStatus status) {
        throw unexpected("a status " + status);
    }

    @Override
    public void imageDomains(@Nullable List<String> domains) {
        throw unexpected("domains of images " + domains);
    }

    @Override
    public ItemId remember(Json content) {
        throw unexpected("hidden context " + content);
    }

    @Override
    public void remove(ItemId id) {
        throw unexpected("a removal of " + id);
    }

    @Override
    public boolean change(ItemChange change) {
        throw unexpected("a change of " + change.item());
    }

    @Override
    public void replace(Item item) {
        throw unexpected("a replacement " + item);
    }

    @Override
    public void endTurn() {
        throw unexpected("the end of the turn");
    }

    @Override
    public void usage(Usage usage) {
        throw unexpected("usage " + usage);
    }

    @Override
    public void turnEnded(TurnEnd end) {
        throw unexpected("the end of a turn, " + end);
    }

    private static AssertionError unexpected(String what) {
        return new AssertionError("nobody expected " + what);
    }
}
