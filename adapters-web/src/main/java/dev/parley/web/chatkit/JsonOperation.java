package dev.parley.web.chatkit;

import dev.parley.application.thread.PerformAction.Act;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.MimeType;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.PageOrder;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.ItemId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done when its answer is given. */
sealed interface JsonOperation extends Operation {

    /** Whether the answer holds what was said in a thread. */
    default boolean readsHistory() {
        return this instanceof GetThread || this instanceof ListItems;
    }

    /** {@code threads.get_by_id}. */
    record GetThread(ConversationId thread) implements JsonOperation {}

    /**
     * {@code threads.list}.
     *
     * @param after null for the first page
     */
    record ListThreads(PageOrder order, int limit, @Nullable ConversationId after) implements JsonOperation {}

    /** {@code threads.update}. */
    record UpdateThread(ConversationId thread, Title title) implements JsonOperation {}

    /** {@code threads.delete}. */
    record DeleteThread(ConversationId thread) implements JsonOperation {}

    /**
     * {@code items.list}.
     *
     * @param after null for the first page
     */
    record ListItems(
            ConversationId thread,
            PageOrder order,
            int limit,
            @Nullable ItemId after) implements JsonOperation {}

    /** {@code items.feedback}. */
    record Rate(ConversationId thread, Set<ItemId> items, Rating rating) implements JsonOperation {}

    /**
     * {@code threads.sync_custom_action}.
     *
     * @param widget null where the action is on none
     */
    record PerformAtOnce(ConversationId thread, @Nullable ItemId widget, Act act) implements JsonOperation {}

    /**
     * {@code attachments.create}.
     *
     * @param size in bytes
     */
    record CreateFile(AttachmentName name, MimeType type, long size) implements JsonOperation {}

    /** {@code attachments.delete}. */
    record DeleteFile(AttachmentId attachment) implements JsonOperation {}

    /** {@code input.transcribe}. */
    record Transcribe(Recording recording) implements JsonOperation {}
}
