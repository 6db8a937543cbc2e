package dev.parley.application.run;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.Message;
import java.time.Instant;

/** What happens in a run, in the words of the ChatKit protocol's stream. */
public sealed interface RunEvent {

    /**
     * How the client may treat the stream.
     *
     * @param allowCancel whether dropping the stream stops the answer
     */
    record StreamOptions(boolean allowCancel) implements RunEvent {}

    /** The conversation's title changed. */
    record ThreadUpdated(Conversation conversation) implements RunEvent {}

    /** The assistant began a message, which is not stored yet. */
    record MessageAdded(ItemId id, Instant createdAt) implements RunEvent {}

    /** An empty text part was opened. */
    record ContentPartAdded(ItemId id, int contentIndex) implements RunEvent {}

    /** Text was said. */
    record TextDelta(ItemId id, int contentIndex, String delta) implements RunEvent {}

    /** A text part is complete. */
    record ContentPartDone(ItemId id, int contentIndex, String text) implements RunEvent {}

    /** The assistant does something that takes a while. */
    record Progress(String text) implements RunEvent {}

    /** An item is complete and committed. */
    record ItemDone(Message item) implements RunEvent {}

    /**
     * The run failed.
     *
     * @param message for the user
     * @param allowRetry whether asking again may help
     */
    record Failed(String message, boolean allowRetry) implements RunEvent {}
}
