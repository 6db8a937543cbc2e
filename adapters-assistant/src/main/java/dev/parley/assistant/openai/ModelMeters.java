package dev.parley.assistant.openai;

import dev.parley.assistant.openai.ModelFailed.Reason;
import dev.parley.domain.run.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Counts what a model costs, how long it takes, and why it fails. */
final class ModelMeters {

    private final MeterRegistry meters;

    ModelMeters(MeterRegistry meters) {
        this.meters = meters;
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
            meters.counter("parley.model.failures", "reason", failure.reason().tag())
                    .increment();
        }
    }

    private void tokens(String model, String kind, long tokens) {
        meters.counter("parley.model.tokens", "model", model, "kind", kind).increment((double) tokens);
    }

    private void time(String name, String model, long millis) {
        meters.timer(name, "model", model).record(Duration.ofMillis(millis));
    }
}
