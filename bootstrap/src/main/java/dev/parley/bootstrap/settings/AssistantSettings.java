package dev.parley.bootstrap.settings;

import static dev.parley.bootstrap.settings.Setting.ASSISTANT_HEADERS;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_SYSTEM_PROMPT_FILE;

import dev.parley.application.model.FileKind;
import dev.parley.bootstrap.constraint.ReadableFile;
import dev.parley.bootstrap.constraint.WebAddress;
import dev.parley.bootstrap.failure.BindingErrorText;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The model that answers. There is one where an API key or a base URL is set.
 *
 * @param baseUrl where the model's API is; null for OpenAI's
 * @param apiKey null where none is needed
 * @param headers extra headers, as {@code Name=value} with commas between
 * @param systemPrompt instructions for the model; null for those of a task assistant
 * @param systemPromptFile a file with them instead
 * @param maxToolRounds how often it may call tools for one answer
 * @param maxToolCalls how many calls of tools it may make for one answer, in all rounds together
 * @param firstTokenTimeout how long it may take to begin
 * @param idleTimeout how long it may pause
 * @param retries how often a request that failed at once is tried again
 * @param historyMessages how many items before the message it is told
 * @param models the models that a user may pick
 * @param temperature null for the model's own
 * @param maxTokens the most tokens of an answer; null for the model's own
 * @param transcriptionModel the model that writes recordings down
 * @param askUser whether it may ask its user with a form
 * @param files the kinds of files that it is sent, with commas between, or {@code none}; null for all of them at OpenAI, and
 *     for texts elsewhere
 * @param showReasoning whether users see what it thinks
 */
public record AssistantSettings(
        @WebAddress @Nullable String baseUrl,
        @Nullable String apiKey,
        @DefaultValue("gpt-4o-mini") String model,
        @DefaultValue("") String headers,
        @Nullable String systemPrompt,
        @Nullable String systemPromptFile,

        @DefaultValue("10") @Range(min = 0, max = 100, message = "must be from 0 to 100, such as 10")
        int maxToolRounds,

        @DefaultValue("100") @Range(min = 1, max = 10_000, message = "must be from 1 to 10000, such as 100")
        int maxToolCalls,

        @DefaultValue("60s") @DurationMin(nanos = 1, message = "must be longer than nothing, such as 60s")
        Duration firstTokenTimeout,

        @DefaultValue("30s") @DurationMin(nanos = 1, message = "must be longer than nothing, such as 30s")
        Duration idleTimeout,

        @DefaultValue("2") @Range(min = 0, max = 10, message = "must be from 0 to 10, such as 2")
        int retries,

        @DefaultValue("50") @Range(min = 0, max = 1000, message = "must be from 0 to 1000, such as 50")
        int historyMessages,

        @DefaultValue List<String> models,

        @DecimalMin(value = "0", message = "must be from 0 to 2, such as 0.7") @DecimalMax(value = "2", message = "must be from 0 to 2, such as 0.7") @Nullable Double temperature,

        @Min(value = 1, message = "must be at least 1, such as 1000") @Nullable Integer maxTokens,

        @DefaultValue("whisper-1") String transcriptionModel,
        @DefaultValue("true") boolean askUser,

        @Pattern(
                regexp = FileKinds.FORM,
                message = "must be some of images, documents and texts with commas between, or none")
        @Nullable String files,

        @DefaultValue("false") boolean showReasoning) {

    private static final String TASK_ASSISTANT = """
            You are a concise assistant that keeps the user's tasks with the tools you are given. Look tasks up before \
            you change them, and ask when it is not clear which one is meant. Say in a sentence what you have done.""";

    public AssistantSettings {
        baseUrl = Setting.blankToNull(baseUrl);
        apiKey = Setting.blankToNull(apiKey);
        models = List.copyOf(models);
        files = Setting.blankToNull(files);
    }

    /** Whether there is a model to connect to. */
    public boolean isModelSet() {
        return baseUrl != null || apiKey != null;
    }

    /** The extra headers by name. */
    public Map<String, String> headersByName() {
        return Pairs.of(ASSISTANT_HEADERS.toString(), headers);
    }

    /**
     * The kinds of files that the model is sent. OpenAI's models take all of them; there are others that refuse a conversation
     * with an image in it, and have to be asked again without.
     */
    public Set<FileKind> sentFiles() {
        if (files != null) {
            return FileKinds.of(files);
        }
        return baseUrl == null ? EnumSet.allOf(FileKind.class) : EnumSet.of(FileKind.TEXTS);
    }

    /** The instructions for the model. */
    public String instructions() {
        String file = Setting.blankToNull(systemPromptFile);
        if (file == null) {
            return systemPrompt == null ? TASK_ASSISTANT : systemPrompt;
        }
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            String rule = ReadableFile.RULE + ", such as prompt.txt";
            throw new InvalidConfigurationException(
                    BindingErrorText.sentence(ASSISTANT_SYSTEM_PROMPT_FILE.property(), rule, file), e);
        }
    }

    @Override
    public String toString() {
        return "AssistantSettings[baseUrl=" + baseUrl + ", model=" + model + "]";
    }
}
