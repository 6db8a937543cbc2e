package dev.parley.domain.conversation;

import dev.parley.domain.account.AccountId;
import java.time.Instant;

/** A user's rating of an item. */
public record Feedback(ConversationId conversation, ItemId item, AccountId user, Rating rating, Instant at) {}
