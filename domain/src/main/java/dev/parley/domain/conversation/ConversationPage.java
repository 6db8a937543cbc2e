package dev.parley.domain.conversation;

import java.util.List;

/**
 * A page of an owner's conversations.
 *
 * @param conversations in the order that was asked for
 * @param total how many the owner has, on all pages
 * @param hasMore whether others follow
 */
public record ConversationPage(List<Conversation> conversations, int total, boolean hasMore) {

    public ConversationPage {
        conversations = List.copyOf(conversations);
    }
}
