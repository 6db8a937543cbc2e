package dev.parley.application.reply;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.Item;
import dev.parley.domain.shared.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of items that a run's end cuts short: of messages what was said, of others nothing, because they show nothing
 * without their end.
 *
 * @param kept the messages that say something, complete
 * @param events what ends them, and takes the others back; to be published before the messages are done
 */
public record PartialReply(List<AssistantMessage> kept, List<RunEvent> events) {

    /** Of items as far as they got. */
    public static PartialReply of(List<Item> unfinished) {
        List<AssistantMessage> kept = new ArrayList<>();
        List<RunEvent> events = new ArrayList<>();
        for (Item item : unfinished) {
            if (item instanceof AssistantMessage message && !Text.isBlank(message.text())) {
                for (int part = 0; part < message.content().size(); part++) {
                    events.add(new RunEvent.ItemUpdated(
                            item.id(),
                            new ItemUpdate.PartDone(part, message.content().get(part))));
                }
                kept.add(message);
            } else {
                events.add(new RunEvent.ItemRemoved(item.id()));
            }
        }
        return new PartialReply(kept, events);
    }
}
