package dev.parley.application.testing;

import static java.util.stream.Collectors.toMap;

import dev.parley.application.event.RunLog;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.ClientSessionRepository;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.attachment.AttachmentChunkRepository;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.feedback.FeedbackRepository;
import dev.parley.domain.history.HistoryRepository;
import dev.parley.domain.idempotency.IdempotencyRepository;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.SignInRepository;
import dev.parley.domain.task.TaskRepository;
import dev.parley.domain.usage.UsageRepository;
import java.lang.reflect.RecordComponent;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One set of adapters over one empty store, for a contract to be held to.
 *
 * @param unitOfWork the units that the repositories take part in
 */
public record PortsUnderTest(
        UnitOfWork unitOfWork,
        ConversationRepository conversations,
        RunRepository runs,
        RunLog log,
        UsageRepository usages,
        TaskRepository tasks,
        AttachmentRepository attachments,
        AttachmentChunkRepository chunks,
        AccountRepository accounts,
        ApiKeyRepository apiKeys,
        ClientSessionRepository clientSessions,
        ThreadDirectory threads,
        IdempotencyRepository idempotency,
        FeedbackRepository feedback,
        HistoryRepository history,
        SignInRepository signIns,
        RevokedTokenRepository revokedTokens,
        PasswordResetRepository passwordResets) {

    /** The adapters by the types of their ports. */
    public Map<Class<?>, Object> byType() {
        return Stream.of(getClass().getRecordComponents()).collect(toMap(RecordComponent::getType, this::adapter));
    }

    private Object adapter(RecordComponent port) {
        try {
            return port.getAccessor().invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + port, e);
        }
    }

    /** The in-memory adapters. */
    public static PortsUnderTest inMemory() {
        InMemoryStore store = new InMemoryStore();
        return new PortsUnderTest(
                new InMemoryUnitOfWork(store),
                new InMemoryConversationRepository(store),
                new InMemoryRunRepository(store, InstantSource.system()),
                new InMemoryRunLog(store),
                new InMemoryUsageRepository(store),
                new InMemoryTaskRepository(store),
                new InMemoryAttachmentRepository(store),
                new InMemoryAttachmentChunkRepository(store),
                new InMemoryAccountRepository(store),
                new InMemoryApiKeyRepository(store),
                new InMemoryClientSessionRepository(store),
                new InMemoryThreadDirectory(store),
                new InMemoryIdempotencyRepository(store),
                new InMemoryFeedbackRepository(store),
                new InMemoryHistoryRepository(store),
                new InMemorySignInRepository(store),
                new InMemoryRevokedTokenRepository(store),
                new InMemoryPasswordResetRepository(store));
    }
}
