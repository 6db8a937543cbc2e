package dev.parley.domain.conversation;

/** A part of an assistant's message. */
public record OutputText(String text) {}
