package dev.parley.application.tool;

import dev.parley.application.shared.Language;
import dev.parley.application.shared.RequestThreads;
import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Text;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All tools of a node, called so that nothing which goes wrong with one ends the answer that asked for it. */
public final class ToolBox {

    private static final Logger log = LoggerFactory.getLogger(ToolBox.class);

    /** The most characters (UTF-16) of a result. */
    static final int MAXIMUM_RESULT = 64 * 1024;

    private final List<ToolSource> sources;
    private final ArgumentCheck arguments;
    private final ThreadFactory threads = new RequestThreads("tool-");
    private final Duration timeout;
    private final Secrets secrets;
    private final ToolMeter meter;

    /**
     * Makes the box.
     *
     * @param sources where tools come from; of two with one name the first counts
     * @param timeout how long a call may take, unless its tool asks for another time
     * @param secrets what is not logged of a tool's failure
     * @param meter what measures the calls
     */
    public ToolBox(
            List<ToolSource> sources, ArgumentCheck arguments, Duration timeout, Secrets secrets, ToolMeter meter) {
        this.sources = List.copyOf(sources);
        this.arguments = arguments;
        this.timeout = timeout;
        this.secrets = secrets;
        this.meter = meter;
    }

    /** What can be called now. */
    public List<ToolDefinition> definitions() {
        return tools().values().stream().map(DefinedTool::definition).toList();
    }

    /** The definition of a tool that can be called now. */
    public Optional<ToolDefinition> definition(String name) {
        return Optional.ofNullable(tools().get(name)).map(DefinedTool::definition);
    }

    /**
     * Calls a tool.
     *
     * @param text its arguments as a model wrote them
     * @return its result, or an error that the model can act on
     * @throws InterruptedException if the caller is interrupted; the tool then is as well
     */
    public ToolResult call(String name, String text, ToolContext context) throws InterruptedException {
        DefinedTool tool = tools().get(name);
        if (tool == null) {
            meter.called(ToolMeter.UNKNOWN, ToolOutcome.REFUSED, Duration.ZERO);
            return bounded(ToolResult.error("There is no tool named " + name + "."));
        }
        long begin = System.nanoTime();
        ToolOutcome outcome = ToolOutcome.CANCELLED;
        try {
            Ended ended = ended(tool, text, context);
            outcome = ended.outcome();
            return bounded(ended.result());
        } finally {
            meter.called(name, outcome, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private Ended ended(DefinedTool tool, String text, ToolContext context) throws InterruptedException {
        try {
            return checked(tool, text, context);
        } catch (RuntimeException e) {
            return failed(tool, e);
        }
    }

    private Ended checked(DefinedTool tool, String text, ToolContext context) throws InterruptedException {
        Optional<String> problem = arguments.problem(tool.definition(), text);
        return problem.isPresent() ? Ended.error(ToolOutcome.REFUSED, problem.get()) : inTime(tool, text, context);
    }

    private Ended inTime(DefinedTool tool, String text, ToolContext context) throws InterruptedException {
        Duration limit = tool.tool().timeout().orElse(timeout);
        FutureTask<ToolResult> call = new FutureTask<>(() -> tool.tool().call(text, context));
        threads.newThread(call).start();
        try {
            return present(tool, call.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            log.warn("The tool {} took longer than {} s", tool.name(), limit.toSeconds());
            return Ended.error(
                    ToolOutcome.TIMED_OUT,
                    "The tool took longer than " + limit.toSeconds() + " s; it may have done its work.");
        } catch (ExecutionException e) {
            return failed(tool, e, context);
        } finally {
            call.cancel(true);
        }
    }

    /** A tool of one's own may return null, or a result without content, whatever its types promise. */
    private static Ended present(DefinedTool tool, @Nullable ToolResult result) {
        if (result == null || isNull(result.content())) {
            log.error("The tool {} returned {}", tool.name(), result == null ? "null" : "a result without content");
            return Ended.FAILED;
        }
        return new Ended(result.isError() ? ToolOutcome.ERROR : ToolOutcome.OK, result);
    }

    private static boolean isNull(@Nullable Object value) {
        return value == null;
    }

    private Ended failed(DefinedTool tool, ExecutionException failure, ToolContext context) {
        if (failure.getCause() instanceof Failure refusal && !(refusal instanceof SystemFailure)) {
            return Ended.error(ToolOutcome.ERROR, Language.of(context.locale()).localize(refusal.words()));
        }
        return failed(tool, failure.getCause() == null ? failure : failure.getCause());
    }

    private Ended failed(DefinedTool tool, Throwable cause) {
        log.error("The tool {} failed: {}", tool.name(), RootCause.of(cause, secrets), secrets.hideIn(cause));
        return Ended.FAILED;
    }

    private static ToolResult bounded(ToolResult result) {
        String content = Text.madeStorable(result.content());
        return content.length() <= MAXIMUM_RESULT
                ? new ToolResult(content, result.isError(), result.widget())
                : new ToolResult(
                        Text.cut(content, MAXIMUM_RESULT) + "\n[cut off: the result has " + content.length()
                                + " characters]",
                        result.isError(),
                        result.widget());
    }

    /** What the sources bring now; what one of them breaks is missing, and nothing else is. */
    private Map<String, DefinedTool> tools() {
        Map<String, DefinedTool> tools = new LinkedHashMap<>();
        for (ToolSource source : sources) {
            try {
                for (Tool tool : source.tools()) {
                    DefinedTool defined = new DefinedTool(tool, tool.definition());
                    tools.putIfAbsent(defined.name(), defined);
                }
            } catch (RuntimeException e) {
                log.error("Tools are missing: {}", RootCause.of(e, secrets), secrets.hideIn(e));
            }
        }
        return tools;
    }

    /** How a call has ended, and what the model gets. */
    private record Ended(ToolOutcome outcome, ToolResult result) {

        static final Ended FAILED = error(ToolOutcome.FAILED, "The tool failed.");

        static Ended error(ToolOutcome outcome, String text) {
            return new Ended(outcome, ToolResult.error(text));
        }
    }

    /** A tool, and the definition that it gave when it was looked up. */
    private record DefinedTool(Tool tool, ToolDefinition definition) {

        String name() {
            return definition.name();
        }
    }
}
