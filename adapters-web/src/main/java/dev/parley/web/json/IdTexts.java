package dev.parley.web.json;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.ItemId;

/** What mappers of responses share: an id is its text. */
public final class IdTexts {

    private IdTexts() {}

    /** The text of an account's id. */
    public static String text(AccountId id) {
        return id.toString();
    }

    /** The text of a conversation's id. */
    public static String text(ConversationId id) {
        return id.toString();
    }

    /** The text of an item's id. */
    public static String text(ItemId id) {
        return id.value();
    }
}
