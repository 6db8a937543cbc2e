package dev.parley.architecture.bad.bootstrap.wiring;

import dev.parley.architecture.bad.application.conversation.TakeNote;
import dev.parley.architecture.bad.application.shared.UnitOfWork;

/** The one place that makes use cases. */
public final class Wiring {

    private Wiring() {}

    /** Makes the use case. */
    public static TakeNote takeNote(UnitOfWork unitOfWork) {
        return new TakeNote(unitOfWork);
    }
}
