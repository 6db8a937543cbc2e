package dev.parley.domain.conversation;

/** A part of a user's message. */
public record InputText(String text) {}
