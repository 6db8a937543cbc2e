package dev.parley.application.testing;

import dev.parley.application.testing.InMemoryStore.Tables;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentPreview;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.shared.Failure;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Attachments in memory. */
public final class InMemoryAttachmentRepository implements AttachmentRepository {

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemoryAttachmentRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(Attachment attachment, long maximumBytesPerOwner) {
        Tables tables = store.tables();
        AccountId owner = attachment.owner();
        long bytes = tables.attachments.values().stream()
                .filter(other -> other.owner().equals(owner))
                .mapToLong(Attachment::size)
                .sum();
        if (bytes + attachment.size() > maximumBytesPerOwner) {
            throw new Failure(AttachmentError.ATTACHMENT_QUOTA, maximumBytesPerOwner);
        }
        tables.accounts.putIfAbsent(owner, new Account(owner, null, attachment.createdAt()));
        tables.attachments.put(attachment.id(), attachment);
    }

    @Override
    public Optional<Attachment> find(AttachmentId id) {
        return Optional.ofNullable(store.tables().attachments.get(id));
    }

    @Override
    public Optional<Attachment> lock(AttachmentId id) {
        return find(id);
    }

    @Override
    public void save(Attachment attachment) {
        store.tables().attachments.replace(attachment.id(), attachment);
    }

    @Override
    public List<Attachment> claim(AccountId owner, List<AttachmentId> ids, ConversationId conversation) {
        List<Attachment> claimed = ids.stream()
                .map(id -> find(id).orElseThrow(() -> new Failure(AttachmentError.ATTACHMENT_NOT_FOUND))
                        .ownedBy(owner))
                .map(attachment -> attachment.usedIn(conversation))
                .toList();
        claimed.forEach(this::save);
        return claimed;
    }

    @Override
    public Optional<AttachmentPreview> findPreview(AttachmentId id) {
        return Optional.ofNullable(store.tables().previews.get(id));
    }

    @Override
    public void addPreview(AttachmentId id, AttachmentPreview preview) {
        Tables tables = store.tables();
        if (tables.attachments.containsKey(id)) {
            tables.previews.putIfAbsent(id, preview);
        }
    }

    @Override
    public void delete(Attachment attachment) {
        Tables tables = store.tables();
        tables.attachments.remove(attachment.id());
        tables.previews.remove(attachment.id());
        tables.chunks.keySet().removeIf(content -> content.attachment().equals(attachment.id()));
    }

    @Override
    public List<ContentId> contentsIn(ConversationId conversation) {
        return store.tables().attachments.values().stream()
                .filter(attachment -> conversation.equals(attachment.conversation()))
                .map(Attachment::uploadedContent)
                .toList();
    }

    @Override
    public List<Attachment> unused(Instant before, int maximum) {
        return store.tables().attachments.values().stream()
                .filter(attachment -> attachment.conversation() == null)
                .filter(attachment -> attachment.createdAt().isBefore(before))
                .sorted(Comparator.comparing(Attachment::createdAt))
                .limit(maximum)
                .toList();
    }

    @Override
    public Set<ContentId> known(Set<ContentId> contents) {
        return contents.stream()
                .filter(content -> find(content.attachment())
                        .filter(attachment -> content.equals(attachment.content()))
                        .isPresent())
                .collect(Collectors.toSet());
    }
}
