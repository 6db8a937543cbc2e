package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.run.RunEvent;
import dev.parley.domain.conversation.ConversationId;

/** An event of a stream. */
public sealed interface WireEvent {

    /** The event as the protocol has it. */
    static WireEvent of(ConversationId thread, RunEvent event) {
        return switch (event) {
            case RunEvent.StreamOptions options ->
                new StreamOptions("stream_options", new StreamOptions.Options(options.allowCancel()));
            case RunEvent.ThreadUpdated updated ->
                new ThreadUpdated("thread.updated", WireThread.of(updated.conversation()));
            case RunEvent.MessageAdded added ->
                new ItemEvent("thread.item.added", WireItem.begun(added.id(), thread, added.createdAt()));
            case RunEvent.ItemDone done -> new ItemEvent("thread.item.done", WireItem.of(thread, done.item()));
            case RunEvent.ContentPartAdded added ->
                new ItemUpdated(added.id().value(), new WireUpdate.PartAdded(added.contentIndex()));
            case RunEvent.TextDelta delta ->
                new ItemUpdated(delta.id().value(), new WireUpdate.TextDelta(delta.contentIndex(), delta.delta()));
            case RunEvent.ContentPartDone done ->
                new ItemUpdated(done.id().value(), new WireUpdate.PartDone(done.contentIndex(), done.text()));
            case RunEvent.Progress progress -> new Progress("progress_update", progress.text());
            case RunEvent.Failed failed -> new Failed("error", "stream.error", failed.message(), failed.allowRetry());
        };
    }

    /** How the client may treat the stream. */
    record StreamOptions(
            String type, @JsonProperty("stream_options") Options streamOptions) implements WireEvent {

        /** Whether dropping the stream stops the answer. */
        public record Options(@JsonProperty("allow_cancel") boolean allowCancel) {}
    }

    /** The thread's title changed. */
    record ThreadUpdated(String type, WireThread thread) implements WireEvent {}

    /** An item was begun, or is complete. */
    record ItemEvent(String type, WireItem item) implements WireEvent {}

    /** An item that was begun goes on. */
    record ItemUpdated(String type, @JsonProperty("item_id") String itemId, WireUpdate update) implements WireEvent {

        ItemUpdated(String itemId, WireUpdate update) {
            this("thread.item.updated", itemId, update);
        }
    }

    /** The assistant does something that takes a while. */
    record Progress(String type, String text) implements WireEvent {}

    /** The run failed. */
    record Failed(
            String type,
            String code,
            String message,
            @JsonProperty("allow_retry") boolean allowRetry) implements WireEvent {}
}
