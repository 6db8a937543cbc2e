package dev.parley.application.assistant;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.UserContent;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.RunOptions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the assistant is to answer.
 *
 * @param transcript the newest items, oldest first: those before the message where that is what is to be answered, else all
 * @param message the user's newest message, which is what is to be answered unless the cause is another; one that says
 *     nothing where the user has not said anything yet
 * @param cause what the user did
 * @param locale the user's language, a BCP 47 tag
 * @param clientActs whether the user's client can show questions, and do what the assistant asks it to do; where it cannot,
 *     nobody would answer
 * @param requester who caused it
 */
public record Turn(
        Conversation conversation,
        List<Item> transcript,
        UserMessage message,
        TurnCause cause,
        String locale,
        boolean clientActs,
        Requester requester) {

    public Turn {
        transcript = List.copyOf(transcript);
    }

    /** A message to be answered as usual. */
    public Turn(Conversation conversation, List<Item> transcript, UserMessage message) {
        this(
                conversation,
                transcript,
                message,
                TurnCause.MESSAGE_SENT,
                RunOptions.DEFAULT.locale(),
                RunOptions.DEFAULT.clientActs(),
                RunOptions.DEFAULT.requester());
    }

    /** A new conversation whose first message is a text, for tests of assistants and action handlers. */
    public static Turn saying(String text) {
        UserInput input = new UserInput(List.of(new InputText(text)));
        Conversation conversation =
                Conversation.start(new ConversationId(new UUID(0, 1)), new AccountId(new UUID(0, 2)), Instant.EPOCH);
        UserMessage message = new UserMessage(
                ItemId.ofMessage("first"),
                1,
                input.content(),
                input.attachments(),
                null,
                input.options(),
                conversation.createdAt());
        return new Turn(conversation, List.of(), message);
    }

    /** What stands for the message of a user who has not said anything. */
    public static UserMessage nothingSaid(Conversation conversation) {
        UserInput nothing = new UserInput(List.<UserContent>of());
        return new UserMessage(
                ItemId.ofMessage("none"),
                Item.DRAFT,
                nothing.content(),
                nothing.attachments(),
                null,
                nothing.options(),
                conversation.createdAt());
    }
}
