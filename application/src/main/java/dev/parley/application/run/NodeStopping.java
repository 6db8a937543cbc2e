package dev.parley.application.run;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.LocalizedText;

/** This node begins no run any more. */
public final class NodeStopping extends Failure {

    NodeStopping() {
        super(
                FailureKind.UNAVAILABLE,
                "SERVICE_UNAVAILABLE",
                LocalizedText.of("This server is about to stop. Please try again; another one will answer."));
    }
}
