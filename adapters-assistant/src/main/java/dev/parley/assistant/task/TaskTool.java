package dev.parley.assistant.task;

import dev.parley.application.shared.Language;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.shared.Failure;
import java.util.function.BiFunction;
import tools.jackson.databind.json.JsonMapper;

/** A use case as a tool: from JSON to JSON, with refusals as answers. */
record TaskTool<A extends TaskArguments>(
        ToolDefinition definition, Class<A> arguments, BiFunction<AccountId, A, TaskAnswer> useCase) implements Tool {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public ToolResult call(String text, ToolContext context) {
        A given = JSON.readValue(text, arguments);
        Language language = Language.of(context.locale());
        try {
            TaskAnswer answer = useCase.apply(context.user(), given);
            String json = JSON.writeValueAsString(answer);
            if (!(answer instanceof TaskAnswer.Many many) || many.tasks().isEmpty()) {
                return ToolResult.of(json);
            }
            return given.shown()
                    .map(filter -> ToolResult.showing(json, TaskRows.widget(many, filter, language)))
                    .orElseGet(() -> ToolResult.of(json));
        } catch (SystemFailure e) {
            throw e;
        } catch (Failure refusal) {
            return ToolResult.error(
                    JSON.writeValueAsString(TaskAnswer.Rejected.because(language.localize(refusal.words()))));
        }
    }
}
