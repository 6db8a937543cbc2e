package dev.parley.application.shared;

import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.RunId;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.task.TaskId;

/** Makes ids that no other node makes. UUIDs are version 7, so that new rows go to the end of an index. */
public interface IdGenerator {

    /**
     * A new conversation's id.
     *
     * @throws SystemFailure naming the step {@code id.generate}, as every method here
     */
    ConversationId conversation();

    /** A new run's id. */
    RunId run();

    /** A new account's id. */
    AccountId account();

    /** A new sign-in's id. */
    SignInId signIn();

    /** A new task's id. */
    TaskId task();

    /** A new item's id, with at least 96 random bits behind its prefix. */
    ItemId item(ItemId.Prefix prefix);

    /** A new message's id. */
    default ItemId message() {
        return item(ItemId.Prefix.MESSAGE);
    }

    /** A new tool call's id. */
    default ItemId toolCall() {
        return item(ItemId.Prefix.TOOL_CALL);
    }

    /** A new client session's id, with at least 96 random bits. */
    ClientSessionId clientSession();

    /** A new attachment's id, with at least 96 random bits. */
    AttachmentId attachment();

    /** The id of what a new upload of an attachment stores, with at least 96 random bits. */
    ContentId content(AttachmentId attachment);
}
