package dev.parley.application.model;

import static dev.parley.application.testing.Examples.LIMITS;
import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;

import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.UserContent;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Requester;
import java.util.List;
import java.util.UUID;

/** Turns to be answered. */
final class Turns {

    private Turns() {}

    /** A message with files. */
    static UserMessage attaching(String text, MessageAttachment... files) {
        List<UserContent> content = text.isEmpty() ? List.of() : List.of(new InputText(text));
        return new UserMessage(
                ItemId.ofMessage(UUID.randomUUID().toString().replace("-", "")),
                1,
                content,
                List.of(files),
                null,
                InferenceOptions.DEFAULT,
                NOW);
    }

    /** Somebody whose client acts says something, after the given items. */
    static Turn of(String message, Item... transcript) {
        Appended appended = conversationOf(someone()).receive(ItemId.ofMessage("newest"), saying(message), LIMITS, NOW);
        return of(appended.conversation(), (UserMessage) appended.item(), transcript);
    }

    /** A message to be answered, after the given items, to a client that acts. */
    static Turn of(Conversation conversation, UserMessage message, Item... transcript) {
        return new Turn(
                conversation, List.of(transcript), message, TurnCause.MESSAGE_SENT, "en", true, Requester.UNKNOWN);
    }

    /** A message for which its user has picked a tool. */
    static Turn picking(String tool, TurnCause cause) {
        Turn turn = of("Hi");
        return new Turn(
                turn.conversation(),
                turn.transcript(),
                turn.message().with(new InferenceOptions(null, tool)),
                cause,
                "en",
                true,
                Requester.UNKNOWN);
    }

    /** The same to a client that only reads. */
    static Turn toReader(Turn turn) {
        return new Turn(
                turn.conversation(),
                turn.transcript(),
                turn.message(),
                turn.cause(),
                turn.locale(),
                false,
                Requester.UNKNOWN);
    }
}
