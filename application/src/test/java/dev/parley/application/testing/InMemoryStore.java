package dev.parley.application.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.event.RunEvent;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.SecretHash;
import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountIdentity;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.account.Subject;
import dev.parley.domain.attachment.Attachment;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.domain.attachment.AttachmentPreview;
import dev.parley.domain.attachment.ContentId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.domain.idempotency.KeyedOutcome;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.run.Node;
import dev.parley.domain.run.QueuedRun;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.TokenHash;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskId;
import dev.parley.domain.usage.RunUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What the in-memory adapters share. One unit runs at a time, and a unit that throws leaves no trace. */
public final class InMemoryStore {

    private final InstantSource clock = InstantSource.system();
    private final ReentrantLock lock = new ReentrantLock();
    private Tables committed = new Tables();
    private Tables working = new Tables();

    <T> T inUnit(Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("units of work do not nest");
        }
        lock.lock();
        try {
            working = committed.copy();
            T result = work.get();
            committed = working;
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** What an item counts: about what it has in JSON. */
    static int bytes(Item item) {
        return item.toString().getBytes(UTF_8).length;
    }

    Tables tables() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a repository needs a unit of work");
        }
        return working;
    }

    <T> Deleted<T> deleted(T entry) {
        return new Deleted<>(entry, clock.instant());
    }

    /** Forgets what was deleted longer ago than this, the oldest first. */
    <K, T> int forget(Map<K, Deleted<T>> deleted, Duration age, int maximum) {
        Instant before = clock.instant().minus(age);
        List<K> old = deleted.entrySet().stream()
                .filter(entry -> entry.getValue().at().isBefore(before))
                .sorted(Comparator.comparing(entry -> entry.getValue().at()))
                .limit(maximum)
                .map(Map.Entry::getKey)
                .toList();
        deleted.keySet().removeAll(old);
        return old.size();
    }

    /** Something as it was when it was deleted. */
    record Deleted<T>(T entry, Instant at) {}

    /** The tables; their rows are immutable, so a copy of the maps is a copy of everything. */
    static final class Tables {

        final Map<AccountId, Account> accounts = new HashMap<>();
        final Map<AccountId, PasswordHash> passwords = new HashMap<>();
        final Map<ConversationId, Conversation> conversations = new HashMap<>();
        final Map<ConversationId, List<Item>> items = new HashMap<>();
        final Map<RunId, Run> runs = new HashMap<>();
        final Map<RunId, QueuedRun> queued = new LinkedHashMap<>();
        final Map<RunId, Instant> leases = new HashMap<>();
        final Map<RunId, Node> nodes = new HashMap<>();
        final Set<RunId> cancelRequests = new HashSet<>();
        final Map<RunId, Map<Long, List<RunEvent>>> log = new HashMap<>();
        final Map<RunId, Long> takenOver = new HashMap<>();
        final Set<RunId> pruned = new HashSet<>();
        final Map<RunId, RunUsage> usages = new HashMap<>();
        final Map<TaskId, Task> tasks = new HashMap<>();
        final Map<AccountIdentity, AccountId> identities = new HashMap<>();
        final Map<AccountId, Subject> subjects = new HashMap<>();
        final Map<SecretHash, ApiKey> apiKeys = new HashMap<>();
        final Map<SecretHash, ClientSession> clientSessions = new HashMap<>();
        final Map<AttachmentId, Attachment> attachments = new HashMap<>();
        final Map<AttachmentId, AttachmentPreview> previews = new HashMap<>();
        final Map<ContentId, List<byte[]>> chunks = new HashMap<>();
        final Map<SignInId, SignIn> signIns = new HashMap<>();
        final Map<Map.Entry<AccountId, String>, Instant> networks = new HashMap<>();
        final Map<TokenHash, Instant> revokedTokens = new HashMap<>();
        final Map<AccountId, Instant> tokensValidFrom = new HashMap<>();
        final Map<AccountId, InMemoryPasswordResetRepository.Code> resets = new HashMap<>();
        final List<Feedback> feedback = new ArrayList<>();
        final Map<ConversationId, Deleted<Conversation>> deletedConversations = new HashMap<>();
        final Map<ConversationId, Map<ItemId, Deleted<Item>>> deletedItems = new HashMap<>();
        final Map<TaskId, Deleted<Task>> deletedTasks = new HashMap<>();

        /** Removes a run and what hangs from it. */
        void remove(RunId run) {
            runs.remove(run);
            queued.remove(run);
            leases.remove(run);
            nodes.remove(run);
            cancelRequests.remove(run);
            log.remove(run);
            takenOver.remove(run);
            pruned.remove(run);
        }

        final Map<AccountId, Map<IdempotencyKey, KeyedOutcome>> outcomes = new HashMap<>();

        private Tables copy() {
            Tables copy = new Tables();
            copy.accounts.putAll(accounts);
            copy.passwords.putAll(passwords);
            copy.conversations.putAll(conversations);
            copy.items.putAll(items);
            copy.runs.putAll(runs);
            copy.queued.putAll(queued);
            copy.leases.putAll(leases);
            copy.nodes.putAll(nodes);
            copy.cancelRequests.addAll(cancelRequests);
            log.forEach((run, batches) -> copy.log.put(run, new TreeMap<>(batches)));
            copy.takenOver.putAll(takenOver);
            copy.pruned.addAll(pruned);
            copy.usages.putAll(usages);
            copy.tasks.putAll(tasks);
            copy.identities.putAll(identities);
            copy.subjects.putAll(subjects);
            copy.apiKeys.putAll(apiKeys);
            copy.clientSessions.putAll(clientSessions);
            outcomes.forEach((account, ofKeys) -> copy.outcomes.put(account, new HashMap<>(ofKeys)));
            copy.signIns.putAll(signIns);
            copy.networks.putAll(networks);
            copy.revokedTokens.putAll(revokedTokens);
            copy.tokensValidFrom.putAll(tokensValidFrom);
            copy.resets.putAll(resets);
            copy.feedback.addAll(feedback);
            copy.deletedConversations.putAll(deletedConversations);
            deletedItems.forEach((thread, items) -> copy.deletedItems.put(thread, new HashMap<>(items)));
            copy.deletedTasks.putAll(deletedTasks);
            copy.attachments.putAll(attachments);
            copy.previews.putAll(previews);
            copy.chunks.putAll(chunks);
            return copy;
        }
    }
}
