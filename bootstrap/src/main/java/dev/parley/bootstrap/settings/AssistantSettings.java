package dev.parley.bootstrap.settings;

import static dev.parley.bootstrap.settings.Setting.ASSISTANT_BASE_URL;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_FIRST_TOKEN_TIMEOUT;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_HEADERS;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_HISTORY_MESSAGES;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_IDLE_TIMEOUT;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_MAX_TOKENS;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_MAX_TOOL_CALLS;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_MAX_TOOL_ROUNDS;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_RETRIES;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_SYSTEM_PROMPT_FILE;
import static dev.parley.bootstrap.settings.Setting.ASSISTANT_TEMPERATURE;

import dev.parley.application.model.FileKind;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @DefaultValue("gpt-4o-mini") String model,
        @DefaultValue("") String headers,
        @Nullable String systemPrompt,
        @Nullable String systemPromptFile,
        @DefaultValue("10") int maxToolRounds,
        @DefaultValue("100") int maxToolCalls,
        @DefaultValue("60s") Duration firstTokenTimeout,
        @DefaultValue("30s") Duration idleTimeout,
        @DefaultValue("2") int retries,
        @DefaultValue("50") int historyMessages,
        @DefaultValue List<String> models,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @DefaultValue("whisper-1") String transcriptionModel,
        @DefaultValue("true") boolean askUser,
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
        if (files != null) {
            FileKinds.of(files);
        }
        if (baseUrl != null) {
            Setting.checkWebAddress(ASSISTANT_BASE_URL, baseUrl);
        }
        Setting.checkRange(ASSISTANT_MAX_TOOL_ROUNDS, maxToolRounds, 0, 100);
        Setting.checkRange(ASSISTANT_MAX_TOOL_CALLS, maxToolCalls, 1, 10_000);
        Setting.checkRange(ASSISTANT_RETRIES, retries, 0, 10);
        Setting.checkRange(ASSISTANT_HISTORY_MESSAGES, historyMessages, 0, 1000);
        Setting.checkPositive(ASSISTANT_FIRST_TOKEN_TIMEOUT, firstTokenTimeout);
        Setting.checkPositive(ASSISTANT_IDLE_TIMEOUT, idleTimeout);
        if (maxTokens != null) {
            Setting.checkRange(ASSISTANT_MAX_TOKENS, maxTokens, 1, Integer.MAX_VALUE);
        }
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            throw new InvalidConfigurationException(
                    ASSISTANT_TEMPERATURE + " must be from 0 to 2, but is " + temperature + ".");
        }
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
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    ASSISTANT_SYSTEM_PROMPT_FILE + " names a file that cannot be read: " + file, e);
        }
    }

    @Override
    public String toString() {
        return "AssistantSettings[baseUrl=" + baseUrl + ", model=" + model + "]";
    }
}
