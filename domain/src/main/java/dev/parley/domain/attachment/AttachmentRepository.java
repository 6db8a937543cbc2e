package dev.parley.domain.attachment;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what is known of attachments; their content is elsewhere. Every method needs a unit of work. An attachment goes with
 * the conversation that it is used in, unless it is deleted before, and what it counts for its owner with it.
 */
public interface AttachmentRepository {

    /**
     * Adds a new attachment, and its owner's account where this is the first thing it owns. However many units add at the
     * same time, the owner's attachments never have more bytes together than the maximum.
     *
     * @throws Failure ATTACHMENT_QUOTA if they would
     */
    void add(Attachment attachment, long maximumBytesPerOwner);

    /** The attachment with this id, whoever owns it. */
    Optional<Attachment> find(AttachmentId id);

    /** The attachment with this id, which no other unit can lock, change or delete until this one ends. */
    Optional<Attachment> lock(AttachmentId id);

    /** Overwrites the type, the state and the content of an attachment that this unit has locked. */
    void save(Attachment attachment);

    /**
     * Gives attachments to a message of a conversation that this unit has locked. Nothing changes if one is refused.
     *
     * @param ids each once
     * @return the attachments afterwards, in the order of the ids
     * @throws Failure ATTACHMENT_NOT_FOUND if one is not there, or is another's
     * @throws Failure ATTACHMENT_NOT_UPLOADED if one has no content yet
     * @throws Failure ATTACHMENT_IN_USE if a message has one already
     */
    List<Attachment> claim(AccountId owner, List<AttachmentId> ids, ConversationId conversation);

    /** What is remembered of an attachment's preview; empty if none has been made yet. */
    Optional<AttachmentPreview> findPreview(AttachmentId id);

    /** Remembers an attachment's preview, unless one is remembered or the attachment is gone. */
    void addPreview(AttachmentId id, AttachmentPreview preview);

    /** Deletes an attachment that this unit has locked, with its preview, and what it counts for its owner. */
    void delete(Attachment attachment);

    /** The contents of the attachments that messages of a conversation have, in no order. */
    List<ContentId> contentsIn(ConversationId conversation);

    /**
     * Attachments that no message has, oldest first.
     *
     * @param before when they were announced, at the latest; not included
     * @param maximum how many of them, at least 1
     */
    List<Attachment> unused(Instant before, int maximum);

    /** Those of the contents that are an attachment's own, uploaded or being uploaded. */
    Set<ContentId> known(Set<ContentId> contents);
}
