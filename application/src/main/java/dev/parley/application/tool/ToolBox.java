package dev.parley.application.tool;

import dev.parley.application.shared.Language;
import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.RunThreads;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All tools of a node, called so that nothing which goes wrong with one ends the answer that asked for it. */
public final class ToolBox {

    private static final Logger log = LoggerFactory.getLogger(ToolBox.class);

    /** The most characters (UTF-16) of a result. */
    static final int MAXIMUM_RESULT = 64 * 1024;

    private final List<ToolSource> sources;
    private final ArgumentCheck arguments;
    private final ThreadFactory threads = new RunThreads("tool-");
    private final Duration timeout;
    private final Secrets secrets;

    /**
     * Makes the box.
     *
     * @param sources where tools come from; of two with one name the first counts
     * @param timeout how long a call may take
     * @param secrets what is not logged of a tool's failure
     */
    public ToolBox(List<ToolSource> sources, ArgumentCheck arguments, Duration timeout, Secrets secrets) {
        this.sources = List.copyOf(sources);
        this.arguments = arguments;
        this.timeout = timeout;
        this.secrets = secrets;
    }

    /** What can be called now. */
    public List<ToolDefinition> definitions() {
        return tools().values().stream().map(Tool::definition).toList();
    }

    /** The definition of a tool that can be called now. */
    public Optional<ToolDefinition> definition(String name) {
        return find(name).map(Tool::definition);
    }

    /**
     * Calls a tool.
     *
     * @param text its arguments as a model wrote them
     * @return its result, or an error that the model can act on
     * @throws InterruptedException if the caller is interrupted; the tool then is as well
     */
    public ToolResult call(String name, String text, ToolContext context) throws InterruptedException {
        Optional<Tool> tool = find(name);
        return bounded(
                tool.isPresent()
                        ? checked(tool.get(), text, context)
                        : ToolResult.error("There is no tool named " + name + "."));
    }

    private ToolResult checked(Tool tool, String text, ToolContext context) throws InterruptedException {
        Optional<String> problem;
        try {
            problem = arguments.problem(tool.definition(), text);
        } catch (RuntimeException e) {
            log.error(
                    "The arguments of the tool {} cannot be checked: {}",
                    tool.definition().name(),
                    RootCause.of(e, secrets),
                    secrets.hideIn(e));
            return ToolResult.error("The tool failed.");
        }
        return problem.isPresent() ? ToolResult.error(problem.get()) : inTime(tool, text, context);
    }

    private ToolResult inTime(Tool tool, String text, ToolContext context) throws InterruptedException {
        FutureTask<ToolResult> call = new FutureTask<>(() -> tool.call(text, context));
        threads.newThread(call).start();
        try {
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.warn("The tool {} took longer than {} s", tool.definition().name(), timeout.toSeconds());
            return ToolResult.error(
                    "The tool took longer than " + timeout.toSeconds() + " s; it may have done its work.");
        } catch (ExecutionException e) {
            return failed(tool, e, context);
        } finally {
            call.cancel(true);
        }
    }

    private ToolResult failed(Tool tool, ExecutionException failure, ToolContext context) {
        if (failure.getCause() instanceof Failure refusal && !(refusal instanceof SystemFailure)) {
            return ToolResult.error(Language.of(context.locale()).localize(refusal.words()));
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        log.error(
                "The tool {} failed: {}",
                tool.definition().name(),
                RootCause.of(cause, secrets),
                secrets.hideIn(cause));
        return ToolResult.error("The tool failed.");
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

    private Optional<Tool> find(String name) {
        return sources.stream()
                .flatMap(source -> source.tools().stream())
                .filter(tool -> tool.definition().name().equals(name))
                .findFirst();
    }

    private Map<String, Tool> tools() {
        Map<String, Tool> tools = new LinkedHashMap<>();
        sources.forEach(source -> source.tools()
                .forEach(tool -> tools.putIfAbsent(tool.definition().name(), tool)));
        return tools;
    }
}
