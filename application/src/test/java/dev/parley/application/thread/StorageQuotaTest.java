package dev.parley.application.thread;

import static dev.parley.application.testing.Examples.saying;
import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.conversation.DeleteSession;
import dev.parley.application.event.RunEvent;
import dev.parley.application.idempotency.Idempotency;
import dev.parley.application.idempotency.IdempotencyKeys;
import dev.parley.application.run.OnActiveRun;
import dev.parley.application.run.RunHandle;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PlainMessages;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Message;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A user may store 1 MiB here; an answer has a fifth of it. */
@Timeout(60)
class StorageQuotaTest {

    private static final String LONG = "a".repeat(210 * 1024);

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final ThreadsUnderTest threads = new ThreadsUnderTest(ports, new CountingIds());
    private final DeleteSession deleteSession = threads.useCases.get(DeleteSession.class);

    @Test
    void whatTheAssistantSaysIsKeptAndTheNextMessageRefused() {
        ConversationId thread = full();
        List<Item> before = threads.items(thread);

        assertThatThrownBy(() -> threads.say(thread, "more"))
                .is(failure(AccountError.STORAGE_QUOTA))
                .hasMessageContaining("1,048,576 bytes");

        assertThat(threads.items(thread)).isEqualTo(before).hasSize(10);
    }

    @Test
    void whatIsAllowedMayBeUsedToTheLastByte() {
        threads.begin("first");
        long stored = ports.unitOfWork().read(() -> ports.accounts().storedBytes(threads.user));

        ports.unitOfWork().run(() -> new StorageQuota(ports.accounts(), stored).check(threads.user));
        assertThatThrownBy(() -> ports.unitOfWork()
                        .run(() -> new StorageQuota(ports.accounts(), stored - 1).check(threads.user)))
                .is(failure(AccountError.STORAGE_QUOTA));
    }

    @Test
    void aNewThreadIsRefusedAndDoesNotBegin() {
        full();

        assertThatThrownBy(() -> threads.begin("another")).is(failure(AccountError.STORAGE_QUOTA));

        assertThat(ports.unitOfWork()
                        .read(() -> ports.conversations()
                                .list(threads.user, PageOrder.NEWEST_FIRST, new PageRequest<>(10, null)))
                        .total())
                .hasValue(1);
    }

    @Test
    void aDeletedSessionMakesRoom() {
        deleteSession.delete(threads.user, full());

        assertThat(threads.items(threads.begin("again"))).hasSize(2);
    }

    @Test
    void othersGoOn() {
        full();

        RunHandle run = PlainMessages.begin(threads.startThread, someone(), saying("mine"), RunOptions.DEFAULT);

        assertThat(threads.read(run)).last().isInstanceOf(RunEvent.ItemDone.class);
    }

    @Test
    void whatTheClientReturnsIsRefusedAndAwaitedStill() {
        ConversationId thread = threads.begin("first");
        fill(thread, 4);
        threads.assistant.set((turn, reply) -> reply.callClientTool(new RequestedCall("call", "paint", "{}")));
        threads.say(thread, "Paint");
        Json result = new Json("\"" + LONG + "\"");

        assertThatThrownBy(() -> threads.read(threads.answerToolCall.answer(
                        threads.user, thread, result, new RunOptions("en", true, true, Requester.UNKNOWN))))
                .is(failure(AccountError.STORAGE_QUOTA));

        assertThat(((ClientToolCall) threads.newest(thread)).isPending()).isTrue();
    }

    @Test
    void anAnswerIsTriedAgainWhereThatMakesRoom() {
        ConversationId thread = full();
        UserMessage first = (UserMessage) threads.items(thread).getFirst();
        String more = "b".repeat(LONG.length());
        threads.assistant.set((turn, reply) -> reply.text(more));

        RunHandle run = threads.retryMessage.retry(threads.user, thread, first.id(), RunOptions.DEFAULT);

        assertThat(threads.read(run)).last().isInstanceOf(RunEvent.ItemDone.class);
        assertThat(threads.items(thread)).hasSize(2);
    }

    @Test
    void aMessageThatWaitedFailsWhereThereIsTooMuchWhenItsTurnComes() {
        ConversationId thread = threads.begin("first");
        fill(thread, 4);
        CompletableFuture<String> answer = new CompletableFuture<>();
        threads.assistant.set((turn, reply) -> reply.text(answer.join()));
        RunHandle running =
                PlainMessages.send(threads.startRun, threads.user, thread, saying("long"), OnActiveRun.ENQUEUE);
        RunHandle next =
                PlainMessages.send(threads.startRun, threads.user, thread, saying("next"), OnActiveRun.ENQUEUE);
        answer.complete(LONG);
        threads.read(running);

        assertThat(threads.read(next)).last().isInstanceOf(RunEvent.Failed.class);
        List<Item> items = threads.items(thread);
        assertThat(items)
                .extracting(item -> ((Message) item).text())
                .endsWith(
                        LONG,
                        "next",
                        "Your sessions may have at most 1,048,576 bytes together. Delete sessions to make room.");
    }

    @Test
    void outcomesOfKeysCount() {
        threads.begin("first");
        IdempotencyKeys keys = threads.useCases.get(IdempotencyKeys.class);
        Idempotency<String> small = keys.once(claim("small"), made -> made);
        Idempotency<String> big = keys.once(claim("big"), made -> made.repeat(1024 * 1024));

        ports.unitOfWork().run(() -> small.perform(() -> "made"));

        assertThatThrownBy(() -> ports.unitOfWork().run(() -> big.perform(() -> "made")))
                .is(failure(AccountError.STORAGE_QUOTA));
    }

    private ConversationId full() {
        threads.assistant.set((turn, reply) -> reply.text(LONG));
        ConversationId thread = threads.begin("more");
        fill(thread, 4);
        return thread;
    }

    private void fill(ConversationId thread, int answers) {
        threads.assistant.set((turn, reply) -> reply.text(LONG));
        for (int i = 0; i < answers; i++) {
            threads.say(thread, "more");
        }
    }

    private Claim claim(String key) {
        return new Claim(threads.user, IdempotencyKey.of("key", key), Fingerprint.of("", new byte[0]));
    }
}
