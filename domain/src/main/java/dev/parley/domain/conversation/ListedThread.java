package dev.parley.domain.conversation;

import dev.parley.domain.account.Subject;

/**
 * A thread and whose it is.
 *
 * @param user what whoever vouches for the owner calls them; the account's id where nobody has said
 */
public record ListedThread(Conversation conversation, Subject user) {}
