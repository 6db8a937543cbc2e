package dev.parley.bootstrap.wiring;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.attachment.OpenAttachment;
import dev.parley.application.audio.Transcriber;
import dev.parley.application.model.AttachedFiles;
import dev.parley.application.model.ChatModel;
import dev.parley.application.model.ClientTool;
import dev.parley.application.model.HandoffTool;
import dev.parley.application.model.HandoffTools;
import dev.parley.application.model.ModelAssistant;
import dev.parley.application.model.ModelPolicy;
import dev.parley.application.model.PromptFileBudget;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ArgumentCheck;
import dev.parley.application.tool.ToolBox;
import dev.parley.assistant.ask.AskUser;
import dev.parley.assistant.offline.OfflineAssistant;
import dev.parley.assistant.openai.OpenAiModel;
import dev.parley.assistant.openai.OpenAiSettings;
import dev.parley.assistant.openai.OpenAiTranscriber;
import dev.parley.assistant.openai.WarmUp;
import dev.parley.assistant.schema.ToolDefinitionCheck;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.AssistantSettings;
import dev.parley.bootstrap.settings.ClientToolSettings;
import dev.parley.bootstrap.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;

/** The assistant that answers where nobody has brought another: the configured model, or else the offline one. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
class AssistantAutoConfiguration {

    /** A file is in memory as base64 and again in the request, and half of the memory is for all else. */
    private static final int MEMORY_PER_FILE_BYTE = 8;

    private static final Duration PATIENCE_FOR_ROOM = Duration.ofSeconds(30);

    private static final Duration PACE = Duration.ofMillis(15);

    @Bean
    @Conditional(OnModel.class)
    @ConditionalOnMissingBean({ChatModel.class, Assistant.class})
    OpenAiModel openAiModel(Settings settings, MeterRegistry meters) {
        return new OpenAiModel(provider(settings.assistant()), meters);
    }

    @Bean
    @Conditional(OnModel.class)
    @ConditionalOnMissingBean(Transcriber.class)
    OpenAiTranscriber openAiTranscriber(Settings settings) {
        AssistantSettings assistant = settings.assistant();
        return new OpenAiTranscriber(provider(assistant), assistant.transcriptionModel());
    }

    /** The client's first call takes seconds of loading classes, which no user should wait for. */
    @Bean
    @ConditionalOnBean(OpenAiModel.class)
    ApplicationListener<ApplicationReadyEvent> modelWarmUp() {
        return ready -> Thread.ofVirtual().name("model-warm-up").start(WarmUp::run);
    }

    @Bean
    @ConditionalOnBean(ChatModel.class)
    AttachedFiles attachedFiles(OpenAttachment openAttachment, Settings settings, ErrorReporter errorReporter) {
        PromptFileBudget room =
                new PromptFileBudget(Runtime.getRuntime().maxMemory() / MEMORY_PER_FILE_BYTE, PATIENCE_FOR_ROOM);
        return new AttachedFiles(openAttachment, settings.assistant().sentFiles(), room, errorReporter);
    }

    @Bean
    @ConditionalOnBean(ChatModel.class)
    @ConditionalOnMissingBean(Assistant.class)
    ModelAssistant modelAssistant(
            ChatModel model,
            ToolBox tools,
            ObjectProvider<HandoffTool> handoffTools,
            ArgumentCheck arguments,
            AttachedFiles files,
            InstantSource clock,
            Settings settings,
            ClientToolSettings clientTools,
            Secrets secrets) {
        AssistantSettings assistant = settings.assistant();
        return new ModelAssistant(
                model,
                tools,
                new HandoffTools(
                        handoffTools(
                                assistant,
                                clientTools,
                                checked(handoffTools.orderedStream().toList(), secrets)),
                        arguments),
                files,
                clock,
                new ModelPolicy(
                        assistant.instructions(),
                        assistant.maxToolRounds(),
                        assistant.maxToolCalls(),
                        assistant.showReasoning()));
    }

    @Bean
    @ConditionalOnMissingBean(Assistant.class)
    OfflineAssistant offlineAssistant(ToolBox tools) {
        return new OfflineAssistant(PACE, tools);
    }

    private static OpenAiSettings provider(AssistantSettings assistant) {
        return new OpenAiSettings(
                assistant.baseUrl(),
                assistant.apiKey(),
                assistant.model(),
                assistant.headersByName(),
                assistant.firstTokenTimeout(),
                assistant.idleTimeout(),
                assistant.retries(),
                assistant.temperature(),
                assistant.maxTokens());
    }

    /**
     * The tools, if models take all of them.
     *
     * @throws InvalidConfigurationException with a sentence that names a tool that models cannot use as it is
     */
    static List<HandoffTool> checked(List<HandoffTool> tools, Secrets secrets) {
        ToolDefinitionCheck definitions = new ToolDefinitionCheck(secrets);
        tools.forEach(tool -> definitions.problem(tool.definition()).ifPresent(problem -> {
            throw new InvalidConfigurationException(
                    "The tool bean " + tool.getClass().getName() + " cannot be used: it " + problem + ".");
        }));
        return tools;
    }

    private static List<HandoffTool> handoffTools(
            AssistantSettings assistant, ClientToolSettings clientTools, List<HandoffTool> beans) {
        List<HandoffTool> all = new ArrayList<>(beans);
        if (assistant.askUser()) {
            all.add(new AskUser());
        }
        clientTools.definitions().stream().map(ClientTool::new).forEach(all::add);
        return all;
    }
}
