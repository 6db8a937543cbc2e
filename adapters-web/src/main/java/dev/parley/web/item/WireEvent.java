package dev.parley.web.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.event.RunEvent;
import dev.parley.application.shared.Language;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.Item;
import dev.parley.domain.shared.Json;
import dev.parley.web.image.ImageDomains;
import dev.parley.web.schema.Values;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event of a stream. */
@Schema(name = "StreamEvent")
public sealed interface WireEvent {

    /**
     * The event as the protocol has it; none where it is of an item that clients are not shown.
     *
     * @param language of what Parley itself has to say
     */
    static Optional<WireEvent> of(
            ConversationId thread, RunEvent event, Previews previews, ImageDomains domains, Language language) {
        return switch (event) {
            case RunEvent.ItemUpdated updated ->
                Optional.of(
                        new ItemUpdated("thread.item.updated", updated.id().value(), WireUpdate.of(updated.update())));
            case RunEvent.ItemAdded added -> of("thread.item.added", thread, added.item(), previews);
            case RunEvent.ItemDone done -> of("thread.item.done", thread, done.item(), previews);
            case RunEvent.ItemReplaced replaced -> of("thread.item.replaced", thread, replaced.item(), previews);
            case RunEvent.ItemRemoved removed ->
                Optional.of(new ItemRemoved("thread.item.removed", removed.id().value()));
            case RunEvent.HiddenItemRemoved removed -> Optional.empty();
            case RunEvent.ThreadCreated created ->
                Optional.of(new ThreadEvent("thread.created", WireThread.of(created.conversation(), domains)));
            case RunEvent.ThreadUpdated updated ->
                Optional.of(new ThreadEvent("thread.updated", WireThread.of(updated.conversation(), domains)));
            case RunEvent.StreamOptions options ->
                Optional.of(new StreamOptions("stream_options", new StreamOptions.Options(options.allowCancel())));
            case RunEvent.Progress progress ->
                Optional.of(new Progress("progress_update", progress.icon(), progress.text()));
            case RunEvent.ClientEffect effect ->
                Optional.of(new ClientEffect("client_effect", effect.name(), effect.data()));
            case RunEvent.Notice notice ->
                Optional.of(new Notice("notice", level(notice.level()), notice.message(), notice.title()));
            case RunEvent.Failed failed ->
                Optional.of(new Failed(
                        "error",
                        failed.isRefusal() ? "custom" : "stream.error",
                        language.localizeKept(failed.message()),
                        failed.allowRetry()));
        };
    }

    private static Optional<WireEvent> of(String type, ConversationId thread, Item item, Previews previews) {
        return WireItem.of(thread, item, previews).map(visible -> new ItemEvent(type, visible));
    }

    private static String level(NoticeLevel level) {
        return switch (level) {
            case INFO -> "info";
            case WARNING -> "warning";
            case DANGER -> "danger";
        };
    }

    /** How the client may treat the stream. */
    @Schema(name = "StreamOptionsEvent")
    record StreamOptions(
            @Values("stream_options") String type,
            @JsonProperty("stream_options") Options streamOptions) implements WireEvent {

        /** Whether dropping the stream stops the answer. */
        @Schema(name = "StreamOptions")
        public record Options(@JsonProperty("allow_cancel") boolean allowCancel) {}
    }

    /** The thread is new, or its title, status or image domains changed. */
    @Schema(name = "ThreadStreamEvent")
    record ThreadEvent(
            @Values({"thread.created", "thread.updated"}) String type, WireThread thread) implements WireEvent {}

    /** An item was begun, is complete, or has taken the place of another. */
    @Schema(name = "ItemStreamEvent")
    record ItemEvent(
            @Values({"thread.item.added", "thread.item.done", "thread.item.replaced"})
            String type,

            WireItem item) implements WireEvent {}

    /** An item that was begun goes on. */
    @Schema(name = "ItemUpdatedEvent")
    record ItemUpdated(
            @Values("thread.item.updated") String type,
            @JsonProperty("item_id") String itemId,
            WireUpdate update) implements WireEvent {}

    /** An item is gone. */
    @Schema(name = "ItemRemovedEvent")
    record ItemRemoved(
            @Values("thread.item.removed") String type,
            @JsonProperty("item_id") String itemId) implements WireEvent {}

    /** The assistant does something that takes a while. */
    @Schema(name = "ProgressEvent")
    record Progress(
            @Values("progress_update") String type,
            @Nullable String icon,
            String text) implements WireEvent {}

    /**
     * The client is to do something of its own.
     *
     * @param data JSON of the application's
     */
    @Schema(name = "ClientEffectEvent")
    record ClientEffect(
            @Values("client_effect") String type,
            String name,
            @Schema(type = "object") Json data) implements WireEvent {}

    /** A word to the user beside the conversation. */
    @Schema(name = "NoticeEvent")
    record Notice(
            @Values("notice") String type,
            @Values({"info", "warning", "danger"}) String level,
            String message,
            @Nullable String title)
            implements WireEvent {}

    /** The run failed, or was refused. */
    @Schema(name = "StreamErrorEvent")
    record Failed(
            @Values("error") String type,
            @Values({"stream.error", "custom"}) String code,
            String message,
            @JsonProperty("allow_retry") boolean allowRetry)
            implements WireEvent {}
}
