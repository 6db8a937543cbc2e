package dev.parley.application.testing;

import dev.parley.application.run.Reply;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.run.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Remembers what an assistant says and does, and gives it results. */
public final class RecordingReply implements Reply {

    private final List<String> texts = new ArrayList<>();
    private final List<RequestedCall> calls = new ArrayList<>();
    private final List<Usage> usages = new ArrayList<>();
    private final Function<RequestedCall, ToolResult> tools;

    /** A reply whose tools answer like this. */
    public RecordingReply(Function<RequestedCall, ToolResult> tools) {
        this.tools = tools;
    }

    /** A reply without tools. */
    public RecordingReply() {
        this(call -> ToolResult.error("There is no tool named " + call.name() + "."));
    }

    @Override
    public void text(String delta) {
        texts.add(delta);
    }

    @Override
    public void progress(String text) {}

    @Override
    public ToolResult callTool(RequestedCall call) {
        calls.add(call);
        return tools.apply(call);
    }

    @Override
    public void usage(Usage usage) {
        usages.add(usage);
    }

    /** The pieces of text, in order. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** The calls, in order. */
    public List<RequestedCall> calls() {
        return List.copyOf(calls);
    }

    /** The usages, in order. */
    public List<Usage> usages() {
        return List.copyOf(usages);
    }
}
