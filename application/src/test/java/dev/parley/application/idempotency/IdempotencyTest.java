package dev.parley.application.idempotency;

import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.conversation.CreateSession;
import dev.parley.application.conversation.DeleteSession;
import dev.parley.application.conversation.RenameSession;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.task.AddTask;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.idempotency.Claim;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.domain.idempotency.IdempotencyError;
import dev.parley.domain.idempotency.IdempotencyKey;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.FailureKind;
import dev.parley.domain.shared.PageOrder;
import dev.parley.domain.shared.PageRequest;
import dev.parley.domain.task.Priority;
import dev.parley.domain.task.Tags;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskContent;
import dev.parley.domain.task.TaskDescription;
import dev.parley.domain.task.TaskFilter;
import dev.parley.domain.task.TaskOrder;
import dev.parley.domain.task.TaskTitle;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final TaskContent MILK =
            new TaskContent(TaskTitle.of("Buy milk"), TaskDescription.NONE, Priority.MEDIUM, Tags.NONE);

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final UseCases useCases = UseCases.over(ports).with(InstantSource.class, clock);
    private final IdempotencyKeys keys = useCases.get(IdempotencyKeys.class);
    private final CreateSession createSession = useCases.get(CreateSession.class);
    private final RenameSession renameSession = useCases.get(RenameSession.class);
    private final DeleteSession deleteSession = useCases.get(DeleteSession.class);
    private final AddTask addTask = useCases.get(AddTask.class);
    private final ForgetKeys forgetKeys = useCases.get(ForgetKeys.class);
    private final AccountId ada = someone();
    private final AccountId bob = someone();

    @Test
    void aRepeatMakesNothingAndTellsWhatWasMade() {
        Conversation made = made(create(ada, "key"));
        renameSession.rename(ada, made.id(), Title.of("Plans"));

        assertThat(create(ada, "key")).isEqualTo(new Outcome.Repeated<>(made.id() + " New Chat"));
        assertThat(sessionsOf(ada)).isOne();
    }

    @Test
    void aRepeatAfterTheThingIsDeletedMakesItNotAnew() {
        Conversation made = made(create(ada, "key"));
        deleteSession.delete(ada, made.id());

        assertThat(create(ada, "key")).isInstanceOf(Outcome.Repeated.class);
        assertThat(sessionsOf(ada)).isZero();
    }

    @Test
    void withoutAKeyEachRequestMakesOne() {
        made(createSession.create(ada, Idempotency.everyTime()));
        made(createSession.create(ada, Idempotency.everyTime()));

        assertThat(sessionsOf(ada)).isEqualTo(2);
    }

    @Test
    void anotherKeyMakesAnother() {
        made(create(ada, "key"));
        made(create(ada, "another"));

        assertThat(sessionsOf(ada)).isEqualTo(2);
    }

    @Test
    void oneUsersKeyIsNotAnothers() {
        made(create(ada, "key"));
        made(create(bob, "key"));

        assertThat(sessionsOf(bob)).isOne();
    }

    @Test
    void aKeyForAnotherRequestIsRefused() {
        create(ada, "key");

        assertThatThrownBy(() -> addTask.add(ada, MILK, keys.once(claim(ada, "key", "a task"), Task::toString)))
                .is(failure(IdempotencyError.IDEMPOTENCY_KEY_REUSED))
                .isInstanceOfSatisfying(
                        Failure.class, refusal -> assertThat(refusal.kind()).isEqualTo(FailureKind.UNPROCESSABLE));
        assertThat(tasksOf(ada)).isZero();
    }

    @Test
    void aTaskIsAddedOnce() {
        Idempotency<Task> once =
                keys.once(claim(ada, "key", "a task"), task -> task.id().toString());

        Task made = made(addTask.add(ada, MILK, once));

        assertThat(addTask.add(ada, MILK, once))
                .isEqualTo(new Outcome.Repeated<>(made.id().toString()));
        assertThat(tasksOf(ada)).isOne();
    }

    @Test
    void aRefusalIsNotRemembered() {
        Conversation first = createSession.create(ada);
        for (int i = 1; i < 10; i++) {
            createSession.create(ada);
        }
        assertThatThrownBy(() -> create(ada, "key")).is(failure(ConversationError.SESSION_LIMIT));
        deleteSession.delete(ada, first.id());

        made(create(ada, "key"));
    }

    @Test
    void whatIsMadeAndTheMemoryOfItAreTakenBackTogether() {
        assertThatThrownBy(() -> ports.unitOfWork().run(() -> {
                    once(ada, "key").perform(() -> {
                        Conversation conversation = Conversation.start(
                                useCases.get(IdGenerator.class).conversation(), ada, clock.instant());
                        ports.conversations().add(conversation, 10);
                        return conversation;
                    });
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(sessionsOf(ada)).isZero();
        made(create(ada, "key"));
    }

    @Test
    void workMayMakeMoreThanIsRemembered() {
        Idempotency<String> length = keys.<Integer>once(claim(ada, "key", "text"), number -> "length " + number)
                .from(String::length);

        assertThat(ports.unitOfWork().<Outcome<String>>execute(() -> length.perform(() -> "four")))
                .isEqualTo(new Outcome.Made<>("four"));
        assertThat(ports.unitOfWork().<Outcome<String>>execute(() -> length.perform(() -> "other")))
                .isEqualTo(new Outcome.Repeated<>("length 4"));
        assertThat(Idempotency.<Integer>everyTime().from(String::length).perform(() -> "four"))
                .isEqualTo(new Outcome.Made<>("four"));
    }

    @Test
    void aKeyIsKnownForADay() {
        create(ada, "key");
        clock.advance(Duration.ofHours(24));

        forgetKeys.forget();

        assertThat(create(ada, "key")).isInstanceOf(Outcome.Repeated.class);
        clock.advance(Duration.ofMillis(1));
        forgetKeys.forget();
        made(create(ada, "key"));
    }

    @Test
    void allThatAreOldAreForgottenAtOnce() {
        for (int i = 0; i < 1001; i++) {
            String key = "key" + i;
            ports.unitOfWork()
                    .run(() -> keys.once(claim(ada, key, "number"), String::valueOf)
                            .perform(() -> 1));
        }
        clock.advance(Duration.ofHours(25));

        forgetKeys.forget();

        assertThat(ports.unitOfWork()
                        .<Integer>execute(() -> ports.idempotency().removeOlderThan(clock.instant(), 2000)))
                .isZero();
    }

    private Outcome<Conversation> create(AccountId owner, String key) {
        return createSession.create(owner, once(owner, key));
    }

    private Idempotency<Conversation> once(AccountId owner, String key) {
        return keys.once(
                claim(owner, key, "a session"),
                made -> made.id() + " " + made.title().value());
    }

    private static Claim claim(AccountId owner, String key, String what) {
        return new Claim(owner, new IdempotencyKey(key), Fingerprint.of(what, new byte[0]));
    }

    private static <T> T made(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Made<T> made -> made.value();
            case Outcome.Repeated<T> repeated -> throw new AssertionError("repeats " + repeated.snapshot());
        };
    }

    private int sessionsOf(AccountId owner) {
        return ports.unitOfWork()
                .read(() -> ports.conversations().list(owner, PageOrder.NEWEST_FIRST, new PageRequest<>(100, null)))
                .total()
                .orElseThrow();
    }

    private int tasksOf(AccountId owner) {
        return ports.unitOfWork()
                .read(() -> ports.tasks()
                        .list(owner, TaskFilter.NONE, TaskOrder.of(null, null), new PageRequest<>(100, null)))
                .total()
                .orElseThrow();
    }
}
