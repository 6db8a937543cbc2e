package dev.parley.application.run;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;

/** This node begins no run any more. */
public final class NodeStopping extends Failure {

    NodeStopping() {
        super(
                FailureKind.UNAVAILABLE,
                "SERVICE_UNAVAILABLE",
                "This server is about to stop. Please try again; another one will answer.");
    }
}
