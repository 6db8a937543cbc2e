package dev.parley.application.model;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;

import dev.parley.application.run.Turn;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.conversation.UserMessage;
import java.util.List;

/** Turns to be answered. */
final class Turns {

    private Turns() {}

    /** Somebody says something, after the given items. */
    static Turn of(String message, Item... transcript) {
        Appended appended = conversationOf(someone()).receive(ItemId.ofMessage("newest"), saying(message), LIMITS, NOW);
        return new Turn(appended.conversation(), List.of(transcript), (UserMessage) appended.item());
    }
}
