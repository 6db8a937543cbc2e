package dev.parley.application.testing;

import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.run.TurnEnd;
import dev.parley.domain.run.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers how an assistant speaks, and gives it the tools' results. */
public class RecordingReply extends UnexpectedReply {

    private final Function<RequestedCall, ToolResult> tools;
    private final List<String> deltas = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private final List<RequestedCall> calls = new ArrayList<>();
    private final List<RequestedCall> clientCalls = new ArrayList<>();
    private final List<Question> asked = new ArrayList<>();
    private final List<Usage> usages = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private @Nullable TurnEnd turnEnd;

    /** A reply to an assistant that calls no tools. */
    public RecordingReply() {
        this(call -> {
            throw new AssertionError("no tool was expected to be called, but " + call);
        });
    }

    /** A reply to an assistant that may call tools. */
    public RecordingReply(Function<RequestedCall, ToolResult> tools) {
        this.tools = tools;
    }

    @Override
    public void text(String delta) {
        deltas.add(delta);
    }

    @Override
    public void progress(@Nullable String icon, String text) {
        progress.add(text);
    }

    @Override
    public ToolResult callTool(RequestedCall call) {
        calls.add(call);
        return tools.apply(call);
    }

    @Override
    public ItemId callClientTool(RequestedCall call) {
        clientCalls.add(call);
        return ItemId.Prefix.TOOL_CALL.id(call.callId());
    }

    @Override
    public ItemId ask(RequestedCall call, List<Question> questions) {
        asked.addAll(questions);
        return ItemId.ofMessage(call.callId());
    }

    @Override
    public void notice(NoticeLevel level, String message, @Nullable String title) {
        notices.add(message);
    }

    @Override
    public void turnEnded(TurnEnd end) {
        turnEnd = end;
    }

    @Override
    public void usage(Usage usage) {
        usages.add(usage);
    }

    /** What was said, piece by piece. */
    public List<String> deltas() {
        return List.copyOf(deltas);
    }

    /** All that was said. */
    public String text() {
        return String.join("", deltas);
    }

    /** What was told meanwhile. */
    public List<String> progress() {
        return List.copyOf(progress);
    }

    /** The tools that were called, in order. */
    public List<RequestedCall> calls() {
        return List.copyOf(calls);
    }

    /** The client's tools that were called, in order. */
    public List<RequestedCall> clientCalls() {
        return List.copyOf(clientCalls);
    }

    /** What the user was asked. */
    public List<Question> asked() {
        return List.copyOf(asked);
    }

    /** What the user learned beside the conversation. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** Why the last turn ended; null where nobody noted it. */
    public @Nullable TurnEnd turnEnd() {
        return turnEnd;
    }

    /** What it cost, turn by turn. */
    public List<Usage> usages() {
        return List.copyOf(usages);
    }
}
