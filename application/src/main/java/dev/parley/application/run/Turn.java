package dev.parley.application.run;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.UserMessage;
import java.util.List;

/**
 * What the assistant is to answer.
 *
 * @param transcript the newest items before the message, oldest first
 * @param message the message to answer
 */
public record Turn(Conversation conversation, List<Item> transcript, UserMessage message) {

    public Turn {
        transcript = List.copyOf(transcript);
    }
}
