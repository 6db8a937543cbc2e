package dev.parley.assistant.openai;

import dev.parley.application.model.ChatModel.Speech;
import dev.parley.application.model.ModelTurn;
import dev.parley.application.model.Prompt;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.assistant.stream.ReceivedTurn;
import dev.parley.assistant.stream.TokenCounts;
import dev.parley.assistant.stream.TurnListener;
import dev.parley.assistant.stream.TurnReader;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.run.Usage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model's turn while it is streamed, with the times that it takes. */
final class StreamedTurn implements TurnListener {

    private static final Logger log = LoggerFactory.getLogger(StreamedTurn.class);

    private final Speech speech;
    private final String model;
    private final StopWatch time;
    private final TurnReader reader;
    private @Nullable Long firstToken;

    /**
     * Begins a turn.
     *
     * @param model that was asked
     * @param time since the first request for it was sent
     */
    StreamedTurn(Speech speech, Prompt prompt, String model, StopWatch time) {
        this.speech = speech;
        this.model = model;
        this.time = time;
        this.reader = new TurnReader(
                this, prompt.tools().stream().map(ToolDefinition::name).collect(Collectors.toSet()));
    }

    TurnReader reader() {
        return reader;
    }

    @Override
    public void text(String delta) {
        begun();
        speech.text(delta);
    }

    @Override
    public void reasoning(String delta) {
        speech.thought(delta);
    }

    @Override
    public void source(Annotation annotation) {
        speech.source(annotation);
    }

    @Override
    public void call() {
        begun();
    }

    /** The turn at its end. Calls count also where the provider claims that the model had simply stopped. */
    ModelTurn ended() {
        ReceivedTurn received = reader.turn();
        if (!received.unusable().isEmpty()) {
            log.warn(
                    "The model {} sends fields that cannot be used: {}", model, String.join(", ", received.unusable()));
        }
        return new ModelTurn(
                received.calls().stream()
                        .map(call -> new RequestedCall(call.id(), call.name(), call.arguments()))
                        .toList(),
                usage(reader.tokens()),
                received.end());
    }

    private void begun() {
        if (firstToken == null) {
            firstToken = time.elapsed();
        }
    }

    private Usage usage(TokenCounts tokens) {
        long end = time.elapsed();
        return new Usage(
                model,
                tokens.prompt(),
                tokens.completion(),
                tokens.reasoning(),
                firstToken == null ? end : firstToken,
                end);
    }
}
