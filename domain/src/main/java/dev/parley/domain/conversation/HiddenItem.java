package dev.parley.domain.conversation;

/** What only the assistant is told. Never sent to a client. */
public sealed interface HiddenItem extends Item permits HiddenContext, Note {

    @Override
    default boolean isVisible() {
        return false;
    }
}
