package dev.parley.application.attachment;

import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentKind;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.UserInput;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.shared.Failure;
import java.util.Comparator;
import java.util.List;

/** Gives uploaded attachments to the message that a user sends, inside the unit of work that takes the message. */
@UseCase
public final class ClaimAttachments {

    private final AttachmentRepository attachments;
    private final AttachmentLimits limits;

    public ClaimAttachments(AttachmentRepository attachments, AttachmentLimits limits) {
        this.attachments = attachments;
        this.limits = limits;
    }

    /**
     * Locks attachments whose conversation is made in this unit. Making one locks the account, and attachments are locked
     * before accounts.
     */
    public void lock(List<AttachmentId> ids) {
        ids.stream().sorted(Comparator.comparing(AttachmentId::value)).forEach(attachments::lock);
    }

    /**
     * Gives attachments to a message of a conversation that this unit has locked or made.
     *
     * @return the input with its attachments, in the order of the ids
     * @throws Failure TOO_MANY_ATTACHMENTS if they are more than allowed
     * @throws dev.parley.domain.shared.InvalidRequest if one is named twice
     * @throws Failure ATTACHMENT_NOT_FOUND if one is not there, or is another's
     * @throws Failure ATTACHMENT_NOT_UPLOADED if one has no content yet
     * @throws Failure ATTACHMENT_IN_USE if a message has one already
     */
    public UserInput claim(AccountId owner, ConversationId conversation, UserInput input, List<AttachmentId> ids) {
        if (ids.isEmpty()) {
            return input;
        }
        limits.checkMessage(ids);
        List<MessageAttachment> claimed = attachments.claim(owner, ids, conversation).stream()
                .map(ClaimAttachments::sent)
                .toList();
        return new UserInput(input.content(), claimed, input.quotedText(), input.options());
    }

    private static MessageAttachment sent(Attachment attachment) {
        return new MessageAttachment(
                attachment.id().value(),
                attachment.name().value(),
                attachment.type().value(),
                attachment.kind() == AttachmentKind.IMAGE);
    }
}
