package dev.parley.application.testing;

import dev.parley.application.shared.IdGenerator;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.RunId;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.task.TaskId;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count, so that a test can tell them. */
public final class CountingIds implements IdGenerator {

    private final AtomicLong next = new AtomicLong();

    @Override
    public ConversationId conversation() {
        return new ConversationId(uuid());
    }

    @Override
    public RunId run() {
        return new RunId(uuid());
    }

    @Override
    public AccountId account() {
        return new AccountId(uuid());
    }

    @Override
    public SignInId signIn() {
        return new SignInId(uuid());
    }

    @Override
    public TaskId task() {
        return new TaskId(uuid());
    }

    @Override
    public ItemId item(ItemId.Prefix prefix) {
        return prefix.id("%024x".formatted(next.incrementAndGet()));
    }

    @Override
    public ClientSessionId clientSession() {
        return ClientSessionId.of("%024x".formatted(next.incrementAndGet()));
    }

    @Override
    public AttachmentId attachment() {
        return AttachmentId.ofRandom("%024x".formatted(next.incrementAndGet()));
    }

    @Override
    public ContentId content(AttachmentId attachment) {
        return new ContentId(attachment, "%024x".formatted(next.incrementAndGet()));
    }

    private UUID uuid() {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | next.incrementAndGet());
    }
}
