package dev.parley.assistant.openai;

import dev.parley.assistant.openai.ModelFailed.Reason;
import dev.parley.domain.run.Usage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Counts what a model costs, how long it takes, and why it fails. */
final class ModelMeters {

    private final MeterRegistry meters;

    /**
     * Shows all with 0 until something happens.
     *
     * @param model that is asked unless another is named
     */
    ModelMeters(MeterRegistry meters, String model) {
        this.meters = meters;
        List.of("prompt", "completion", "reasoning").forEach(kind -> tokens(model, kind, 0));
        List.of("parley.model.first.token", "parley.model.turn").forEach(name -> meters.timer(name, "model", model));
        Stream.of(Reason.values())
                .filter(reason -> reason != Reason.INTERRUPTED)
                .forEach(this::failures);
    }

    void answered(Usage usage) {
        tokens(usage.model(), "prompt", usage.promptTokens());
        tokens(usage.model(), "completion", usage.completionTokens());
        tokens(usage.model(), "reasoning", usage.reasoningTokens());
        time("parley.model.first.token", usage.model(), usage.firstTokenMillis());
        time("parley.model.turn", usage.model(), usage.totalMillis());
    }

    /** An answer that nobody wants any longer is no failure. */
    void failed(ModelFailed failure) {
        if (failure.reason() != Reason.INTERRUPTED) {
            failures(failure.reason()).increment();
        }
    }

    private Counter failures(Reason reason) {
        return meters.counter("parley.model.failures", "reason", reason.tag());
    }

    private void tokens(String model, String kind, long tokens) {
        meters.counter("parley.model.tokens", "model", model, "kind", kind).increment((double) tokens);
    }

    private void time(String name, String model, long millis) {
        meters.timer(name, "model", model).record(Duration.ofMillis(millis));
    }
}
