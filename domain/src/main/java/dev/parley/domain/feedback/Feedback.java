package dev.parley.domain.feedback;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.ItemId;
import java.time.Instant;

/** A user's rating of an item. */
public record Feedback(ConversationId conversation, ItemId item, AccountId user, Rating rating, Instant at) {}
