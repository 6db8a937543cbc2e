package dev.parley.domain.item;

/** What only the assistant is told. Never sent to a client. */
public sealed interface HiddenItem extends Item permits HiddenContext, Note {

    @Override
    default boolean isVisible() {
        return false;
    }
}
