package dev.parley.web.chatkit;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.application.attachment.CreateAttachment;
import dev.parley.application.attachment.DeleteAttachment;
import dev.parley.application.thread.PerformAction;
import dev.parley.application.thread.RateItems;
import dev.parley.domain.account.AccountId;
import dev.parley.web.chatkit.ChatKitOperation.JsonResponse;
import dev.parley.web.item.WireAttachments;
import dev.parley.web.item.WireItem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what the protocol asks for and wants a JSON answer to. */
@Component
final class JsonOperations {

    private static final Map<String, Object> NOTHING = Map.of();

    private final ThreadOperations threads;
    private final RateItems rateItems;
    private final PerformAction performAction;
    private final CreateAttachment createAttachment;
    private final DeleteAttachment deleteAttachment;
    private final Transcription transcription;
    private final WireAttachments attachments;

    JsonOperations(
            ThreadOperations threads,
            RateItems rateItems,
            PerformAction performAction,
            CreateAttachment createAttachment,
            DeleteAttachment deleteAttachment,
            Transcription transcription,
            WireAttachments attachments) {
        this.threads = threads;
        this.rateItems = rateItems;
        this.performAction = performAction;
        this.createAttachment = createAttachment;
        this.deleteAttachment = deleteAttachment;
        this.transcription = transcription;
        this.attachments = attachments;
    }

    /**
     * Does it.
     *
     * @param locale the user's language, a BCP 47 tag
     */
    Object answer(AccountId caller, JsonResponse operation, String locale) {
        return switch (operation) {
            case ChatKitOperation.GetThread get -> threads.get(caller, get.thread());
            case ChatKitOperation.ListThreads list -> threads.list(caller, list);
            case ChatKitOperation.UpdateThread update -> threads.update(caller, update);
            case ChatKitOperation.DeleteThread delete -> {
                threads.delete(caller, delete.thread());
                yield NOTHING;
            }
            case ChatKitOperation.ListItems list -> threads.items(caller, list);
            case ChatKitOperation.Rate rate -> {
                rateItems.rate(caller, rate.thread(), rate.items(), rate.rating());
                yield NOTHING;
            }
            case ChatKitOperation.PerformAtOnce perform -> perform(caller, perform, locale);
            case ChatKitOperation.CreateFile create ->
                attachments.of(createAttachment.create(caller, create.name(), create.type(), create.size()));
            case ChatKitOperation.DeleteFile delete -> {
                deleteAttachment.delete(caller, delete.attachment());
                yield NOTHING;
            }
            case ChatKitOperation.Transcribe transcribe -> new Transcript(transcription.of(transcribe.recording()));
        };
    }

    private Updated perform(AccountId caller, ChatKitOperation.PerformAtOnce perform, String locale) {
        return new Updated(performAction
                .performAtOnce(caller, perform.thread(), perform.widget(), perform.act(), locale)
                .flatMap(item -> WireItem.of(perform.thread(), item, attachments))
                .orElse(null));
    }

    /** What is said in a recording. */
    record Transcript(String text) {}

    /**
     * What an action has changed.
     *
     * @param item null where it has changed none, or one that is not shown
     */
    record Updated(@JsonProperty("updated_item") @Nullable WireItem item) {}
}
