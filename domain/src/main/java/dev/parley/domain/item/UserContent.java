package dev.parley.domain.item;

/** A part of a user's message. */
public sealed interface UserContent permits InputText, InputTag {

    /** What the part says. */
    String text();
}
