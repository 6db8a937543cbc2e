package dev.parley.application.run;

import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.conversation.UserInput;
import java.util.List;

/**
 * What a user says.
 *
 * @param input without the attachments, which become the message's when it is taken
 * @param attachments uploaded ones of the user's own that no message has
 */
public record IncomingMessage(UserInput input, List<AttachmentId> attachments) {

    public IncomingMessage {
        attachments = List.copyOf(attachments);
    }
}
