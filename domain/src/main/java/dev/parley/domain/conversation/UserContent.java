package dev.parley.domain.conversation;

/** A part of a user's message. */
public sealed interface UserContent permits InputText, InputTag {

    /** What the part says. */
    String text();
}
