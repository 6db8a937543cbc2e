package dev.parley.domain.item;

/** What user or assistant said. */
public sealed interface Message extends Item permits UserMessage, AssistantMessage {}
