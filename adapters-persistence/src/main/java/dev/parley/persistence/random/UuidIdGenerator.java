package dev.parley.persistence.random;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.RunId;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.task.TaskId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** UUIDs of version 7, whose random bits are new in each, and 128 random bits for messages. */
@Component
final class UuidIdGenerator implements IdGenerator {

    private static final int ITEM_BYTES = 16;

    private final NoArgGenerator uuids;
    private final Random random;

    UuidIdGenerator() {
        this(new SecureRandom());
    }

    /**
     * Makes a generator.
     *
     * @param random a source that nobody can foresee
     */
    UuidIdGenerator(Random random) {
        this.uuids = Generators.timeBasedEpochRandomGenerator(random);
        this.random = random;
    }

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
        return prefix.id(randomText());
    }

    @Override
    public ClientSessionId clientSession() {
        return ClientSessionId.of(randomText());
    }

    @Override
    public AttachmentId attachment() {
        return AttachmentId.ofRandom(randomText());
    }

    @Override
    public ContentId content(AttachmentId attachment) {
        return new ContentId(attachment, randomText());
    }

    private String randomText() {
        return generate(() -> {
            byte[] bytes = new byte[ITEM_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }

    private UUID uuid() {
        return generate(uuids::generate);
    }

    private static <T> T generate(Supplier<T> id) {
        try {
            return id.get();
        } catch (RuntimeException e) {
            throw SystemFailure.internal("id.generate", e);
        }
    }
}
