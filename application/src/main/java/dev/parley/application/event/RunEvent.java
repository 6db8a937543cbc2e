package dev.parley.application.event;

import dev.parley.application.assistant.NoticeLevel;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.Json;
import org.jspecify.annotations.Nullable;

/** What happens in a run, in the words of the ChatKit protocol's stream. */
public sealed interface RunEvent {

    /**
     * How the client may treat the stream.
     *
     * @param allowCancel whether dropping the stream stops the answer
     */
    record StreamOptions(boolean allowCancel) implements RunEvent {}

    /** The conversation was made for this run. */
    record ThreadCreated(Conversation conversation) implements RunEvent {}

    /** The conversation's title, status or image domains changed. */
    record ThreadUpdated(Conversation conversation) implements RunEvent {}

    /** The assistant began an item, which is not stored yet. */
    record ItemAdded(Item item) implements RunEvent {}

    /** An item that was begun goes on. */
    record ItemUpdated(ItemId id, ItemUpdate update) implements RunEvent {}

    /** An item is complete and committed. */
    record ItemDone(Item item) implements RunEvent {}

    /** A committed item has taken the place of the one with its id. */
    record ItemReplaced(Item item) implements RunEvent {}

    /** An item is gone. */
    record ItemRemoved(ItemId id) implements RunEvent {}

    /** An item that clients are not shown is gone. */
    record HiddenItemRemoved(ItemId id) implements RunEvent {}

    /**
     * The assistant does something that takes a while.
     *
     * @param icon null for none
     */
    record Progress(@Nullable String icon, String text) implements RunEvent {}

    /**
     * The client is to do something of its own; nothing is stored.
     *
     * @param data an object
     */
    record ClientEffect(String name, Json data) implements RunEvent {}

    /**
     * A word to the user beside the conversation; nothing is stored.
     *
     * @param message Markdown
     * @param title null for none
     */
    record Notice(
            NoticeLevel level, String message, @Nullable String title) implements RunEvent {}

    /**
     * The run failed, or was refused.
     *
     * @param isRefusal whether the user can act on it
     * @param message for the user
     * @param allowRetry whether asking again may help
     */
    record Failed(boolean isRefusal, String message, boolean allowRetry) implements RunEvent {

        /** Something broke. */
        public Failed(String message, boolean allowRetry) {
            this(false, message, allowRetry);
        }
    }
}
