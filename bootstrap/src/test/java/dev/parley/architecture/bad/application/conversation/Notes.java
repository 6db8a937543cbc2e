package dev.parley.architecture.bad.application.conversation;

import dev.parley.architecture.bad.domain.conversation.Note;

/** A blameless port. */
public interface Notes {

    /** The newest note. */
    Note newest();
}
