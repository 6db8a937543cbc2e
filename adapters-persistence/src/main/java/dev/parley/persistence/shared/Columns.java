package dev.parley.persistence.shared;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.RunId;
import java.util.Locale;
import java.util.UUID;
import org.mapstruct.TargetType;

/** What mappers of rows share: an id is a column of its value, a constant is one of its name in small letters. */
public final class Columns {

    private Columns() {}

    /** The account in a column. */
    public static AccountId accountId(UUID value) {
        return new AccountId(value);
    }

    /** The conversation in a column. */
    public static ConversationId conversationId(UUID value) {
        return new ConversationId(value);
    }

    /** The run in a column. */
    public static RunId runId(UUID value) {
        return new RunId(value);
    }

    /** The item in a column. */
    public static ItemId itemId(String value) {
        return new ItemId(value);
    }

    /** The column of an account. */
    public static UUID column(AccountId id) {
        return id.value();
    }

    /** The column of a conversation. */
    public static UUID column(ConversationId id) {
        return id.value();
    }

    /** The column of a run. */
    public static UUID column(RunId id) {
        return id.value();
    }

    /** The constant in a column. */
    public static <E extends Enum<E>> E constant(String column, @TargetType Class<E> type) {
        return Enum.valueOf(type, column.toUpperCase(Locale.ROOT));
    }

    /** The column of a constant. */
    public static String column(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
