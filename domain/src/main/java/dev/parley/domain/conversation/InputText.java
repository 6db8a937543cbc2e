package dev.parley.domain.conversation;

/** Text that a user wrote. */
public record InputText(String text) implements UserContent {}
