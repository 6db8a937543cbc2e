package dev.parley.architecture.bad.application.conversation;

import dev.parley.architecture.bad.application.shared.UnitOfWork;
import dev.parley.architecture.bad.domain.conversation.Note;

/** A blameless use case. */
public final class TakeNote {

    private final UnitOfWork unitOfWork;

    /** Makes the use case from its port. */
    public TakeNote(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Takes a note. */
    public Note take(String text) {
        return unitOfWork.execute(() -> new Note(text));
    }
}
