package dev.parley.domain.item;

/** Text that a user wrote. */
public record InputText(String text) implements UserContent {}
