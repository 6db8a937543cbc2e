package dev.parley.assistant.openai;

import com.openai.core.JsonField;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import com.openai.models.completions.CompletionUsage;
import dev.parley.application.model.ChatModel.Speech;
import dev.parley.application.model.ModelTurn;
import dev.parley.domain.run.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model's turn as its stream tells it. Every field may be missing or of another type than the protocol says. */
final class StreamedTurn {

    private final Speech speech;
    private final String model;
    private final StopWatch time;
    private final ToolCallFragments calls = new ToolCallFragments();
    private @Nullable CompletionUsage usage;
    private @Nullable Long firstToken;
    private boolean alive;
    private boolean spoken;
    private boolean finished;

    /**
     * Begins a turn.
     *
     * @param time since the first request for it was sent
     */
    StreamedTurn(Speech speech, String model, StopWatch time) {
        this.speech = speech;
        this.model = model;
        this.time = time;
    }

    void take(ChatCompletionChunk chunk) {
        chunk._usage().asKnown().ifPresent(told -> usage = told);
        chunk._choices()
                .asKnown()
                .flatMap(choices -> choices.stream().findFirst())
                .ifPresent(this::take);
    }

    /** Whether the model has begun, be it to think. */
    boolean isAlive() {
        return alive;
    }

    /** Whether text was passed on. */
    boolean isSpoken() {
        return spoken;
    }

    /** Whether the provider said why the turn ended, whatever the reason. */
    boolean isFinished() {
        return finished;
    }

    /** The turn at its end. Calls count also where the provider claims that the model had simply stopped. */
    ModelTurn ended() {
        long end = time.elapsed();
        return new ModelTurn(calls.calls(), usage(firstToken == null ? end : firstToken, end));
    }

    private void take(Choice choice) {
        choice._delta().asKnown().ifPresent(this::take);
        choice._finishReason()
                .asKnown()
                .flatMap(reason -> reason._value().asString())
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> finished = true);
    }

    private void take(Delta delta) {
        alive = alive || isAnything(delta);
        think(delta);
        say(delta._content());
        say(delta._refusal());
        Citations.of(delta._allProperties().get("annotations")).forEach(speech::source);
        delta._toolCalls().asKnown().orElse(List.of()).forEach(fragment -> {
            begun();
            calls.add(fragment);
        });
    }

    private void say(JsonField<String> text) {
        text.asKnown().filter(delta -> !delta.isEmpty()).ifPresent(delta -> {
            begun();
            spoken = true;
            speech.text(delta);
        });
    }

    private void begun() {
        alive = true;
        if (firstToken == null) {
            firstToken = time.elapsed();
        }
    }

    /** Providers disagree about the field's name, and some send the same text under both. */
    private void think(Delta delta) {
        Stream.of("reasoning_content", "reasoning")
                .map(delta._allProperties()::get)
                .flatMap(field -> text(field).stream())
                .findFirst()
                .ifPresent(speech::thought);
    }

    /** Whether there is text in a field, be it one that nobody knows. */
    private static boolean isAnything(Delta delta) {
        return delta._allProperties().entrySet().stream()
                .filter(field -> !field.getKey().equals("role"))
                .anyMatch(field -> text(field.getValue()).isPresent());
    }

    private static Optional<String> text(@Nullable JsonField<?> field) {
        return Optional.ofNullable(field).flatMap(JsonField::asString).filter(text -> !text.isEmpty());
    }

    private Usage usage(long firstTokenMillis, long totalMillis) {
        Optional<CompletionUsage> told = Optional.ofNullable(usage);
        return new Usage(
                model,
                tokens(told.map(CompletionUsage::_promptTokens)),
                tokens(told.map(CompletionUsage::_completionTokens)),
                tokens(told.flatMap(tokens -> tokens._completionTokensDetails().asKnown())
                        .map(CompletionUsage.CompletionTokensDetails::_reasoningTokens)),
                firstTokenMillis,
                totalMillis);
    }

    private static long tokens(Optional<JsonField<Long>> field) {
        return field.flatMap(JsonField::asKnown)
                .map(count -> Math.max(0, count))
                .orElse(0L);
    }
}
