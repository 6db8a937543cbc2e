package dev.parley.application.testing;

import static dev.parley.application.testing.EveryItem.ODD_JSON;
import static dev.parley.application.testing.Examples.NOW;

import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.shared.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Events of every type, with all that they may have and with as little as they need. */
public final class EveryEvent {

    /** The item that the updates are of. */
    public static final ItemId ITEM = ItemId.ofMessage("1");

    /** A new conversation. */
    public static final Conversation CONVERSATION =
            Conversation.start(new ConversationId(new UUID(0, 1)), new AccountId(new UUID(0, 2)), NOW);

    private static final OutputText PART =
            new OutputText("She does.", List.of(new Annotation(EveryItem.SOURCES.getFirst(), 3)));
    private static final GeneratedImage.Image IMAGE = new GeneratedImage.Image("img_1", "https://images.example/1");

    private static final List<ItemUpdate> UPDATES = List.of(
            new ItemUpdate.PartAdded(0, new OutputText("")),
            new ItemUpdate.PartAdded(1, PART),
            new ItemUpdate.TextDelta(0, "She "),
            new ItemUpdate.TextDelta(0, ""),
            new ItemUpdate.TextDelta(1, "\"does\"\n\\ é 🚢"),
            new ItemUpdate.AnnotationAdded(0, 2, new Annotation(EveryItem.SOURCES.get(3), null)),
            new ItemUpdate.PartDone(0, PART),
            new ItemUpdate.WidgetTextDelta("text-1", "more", false),
            new ItemUpdate.WidgetTextDelta("text-1", "", true),
            new ItemUpdate.WidgetComponentUpdated("card-1", ODD_JSON),
            new ItemUpdate.WidgetRootUpdated(ODD_JSON),
            new ItemUpdate.WorkflowTaskAdded(0, EveryItem.TASKS.getFirst()),
            new ItemUpdate.WorkflowTaskUpdated(1, EveryItem.TASKS.get(2)),
            new ItemUpdate.ImageUpdated(IMAGE, 0.1),
            new ItemUpdate.ImageUpdated(IMAGE, null));

    private static final List<RunEvent> OTHERS = List.of(
            new RunEvent.StreamOptions(true),
            new RunEvent.ThreadCreated(CONVERSATION),
            new RunEvent.ThreadUpdated(CONVERSATION
                    .withStatus(new ThreadStatus.Locked("Please wait."), NOW.plusSeconds(1))
                    .withImageDomains(List.of("images.example"), NOW)),
            new RunEvent.ThreadUpdated(CONVERSATION.withStatus(new ThreadStatus.Closed(null), NOW)),
            new RunEvent.ItemRemoved(ITEM),
            new RunEvent.HiddenItemRemoved(ItemId.Prefix.HIDDEN.id("1")),
            new RunEvent.Progress("search", "Looking…"),
            new RunEvent.Progress(null, "Looking…"),
            new RunEvent.ClientEffect("confetti", ODD_JSON),
            new RunEvent.ClientEffect("confetti", Json.EMPTY_OBJECT),
            new RunEvent.Notice(NoticeLevel.INFO, "*Almost* full", "Space"),
            new RunEvent.Notice(NoticeLevel.WARNING, "full", null),
            new RunEvent.Notice(NoticeLevel.DANGER, "too full", null),
            new RunEvent.Failed("It broke.", true),
            new RunEvent.Failed(true, "Too long.", false));

    private EveryEvent() {}

    /** The events. */
    public static List<RunEvent> events() {
        Stream<RunEvent> updates = UPDATES.stream().map(update -> new RunEvent.ItemUpdated(ITEM, update));
        Stream<RunEvent> items = EveryItem.items().stream().flatMap(EveryEvent::ofItem);
        return Stream.of(updates, items, OTHERS.stream())
                .flatMap(events -> events)
                .toList();
    }

    private static Stream<RunEvent> ofItem(Item item) {
        return Stream.of(new RunEvent.ItemAdded(item), new RunEvent.ItemDone(item), new RunEvent.ItemReplaced(item));
    }
}
