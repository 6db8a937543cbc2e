package dev.parley.domain.conversation;

/** What user or assistant said. */
public sealed interface Message extends Item permits UserMessage, AssistantMessage {}
