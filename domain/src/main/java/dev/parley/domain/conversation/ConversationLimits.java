package dev.parley.domain.conversation;

/**
 * How much a user may have.
 *
 * @param sessionsPerUser sessions that one user may have at a time
 * @param messageCharacters the longest message, in Unicode code points
 * @param messagesPerSession messages, of user and assistant together, after which a session takes no further one of the
 *     user
 */
public record ConversationLimits(int sessionsPerUser, int messageCharacters, int messagesPerSession) {}
