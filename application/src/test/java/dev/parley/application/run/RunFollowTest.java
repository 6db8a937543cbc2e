package dev.parley.application.run;

import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.event.EventSlice;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog.State;
import dev.parley.application.event.RunLog.Tail;
import dev.parley.application.event.RunStream;
import dev.parley.application.event.RunSubscription;
import dev.parley.application.event.RunSubscription.Next;
import dev.parley.application.event.RunSubscription.Position;
import dev.parley.application.event.SequencedEvent;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.run.RunError;
import dev.parley.domain.run.RunId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunFollowTest {

    private final Stage stage = new Stage();
    private final NodeUnderTest another = stage.another();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Test
    void everyReaderSeesEveryEventWithItsSequence() {
        RunHandle run = stage.say("Hi");

        List<SequencedEvent> first = Stage.logged(run.events());
        List<SequencedEvent> again = Stage.logged(stage.node.follow(run.run().id(), Position.BEGIN));
        List<SequencedEvent> elsewhere = Stage.logged(another.follow(run.run().id(), Position.BEGIN));

        assertThat(first)
                .extracting(SequencedEvent::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, first.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(again).isEqualTo(first);
        assertThat(elsewhere).isEqualTo(first);
    }

    @Test
    void aReaderGoesOnBehindWhatItHasSeen() {
        RunHandle run = stage.say("Hi");
        List<SequencedEvent> all = Stage.logged(run.events());

        assertThat(Stage.logged(another.follow(run.run().id(), Stage.after(all.get(3)))))
                .isEqualTo(all.subList(4, all.size()));
        assertThat(Stage.logged(another.follow(run.run().id(), Stage.after(all.getLast()))))
                .isEmpty();
    }

    @Test
    void anotherNodeShowsARunWhileItRuns() throws InterruptedException {
        speakInTwoHalves();
        RunHandle run = stage.say("Hi");
        Stage.atLeast(6, run.events());
        stage.node.writer.flush();
        RunSubscription elsewhere = another.follow(run.run().id(), Position.BEGIN);
        assertThat(Stage.deltas(events(Stage.atLeast(6, elsewhere)))).containsExactly("first");
        assertThat(elsewhere.await(Duration.ZERO).events()).isEmpty();

        mayGoOn.countDown();
        stage.awaitEnd(run);
        another.streams.poll();

        Next rest = elsewhere.await(Stage.SOON);
        assertThat(Stage.deltas(events(rest.events()))).containsExactly("second");
        assertThat(rest.isLast()).isTrue();
    }

    @Test
    void whoFollowsFromTheMiddleOfARunningRunMissesNothing() {
        speakInTwoHalves();
        RunHandle run = stage.say("Hi");
        List<SequencedEvent> seen = Stage.atLeast(6, run.events());
        stage.node.writer.flush();
        RunSubscription late = another.follow(run.run().id(), Stage.after(seen.get(1)));
        List<SequencedEvent> caughtUp = Stage.atLeast(1, late);

        mayGoOn.countDown();
        stage.awaitEnd(run);
        another.streams.poll();

        assertThat(caughtUp.getFirst().sequence()).isEqualTo(3);
        assertThat(Stage.deltas(Stage.read(late))).containsExactly("second");
    }

    @Test
    void aReaderThatIsFarBehindReadsTheLog() {
        stage.assistant.set((turn, reply) -> IntStream.range(0, 2000).forEach(number -> {
            reply.text(number + " ");
            if (number % 100 == 0) {
                stage.node.writer.flush();
            }
        }));
        RunHandle run = stage.say("Hi");
        RunSubscription sleepy = stage.node.follow(run.run().id(), Position.BEGIN);
        List<RunEvent> all = stage.awaitEnd(run);

        assertThat(Stage.deltas(Stage.read(sleepy)))
                .isEqualTo(Stage.deltas(all))
                .hasSize(2000);
    }

    @Test
    void aReaderWhoCannotBeginToFollowIsNotFollowedFor() {
        RunId run = stage.say("Hi").run().id();
        stage.unitOfWork.takeAway();
        assertThatThrownBy(() -> another.streams.follow(run, 0)).isInstanceOf(SystemFailure.class);

        assertThatCode(another.streams::poll).as("nothing is read").doesNotThrowAnyException();

        stage.unitOfWork.bringBack();
    }

    @Test
    void whatWasReadBeforeATakeoverDoesNotUndoIt() throws InterruptedException {
        RunStream stream = RunStream.followed(new RunId(UUID.randomUUID()), 1000);
        stream.feed(new Tail(List.of(), 11, State.ENDED));

        stream.feed(new Tail(List.of(), 0, State.OPEN));

        assertThat(stream.await(1000, false, Duration.ZERO).kind()).isEqualTo(EventSlice.Kind.BEHIND);
    }

    @Test
    void aRunIsShownToItsOwnerAlone() {
        RunHandle run = stage.say("Hi");
        stage.awaitEnd(run);

        assertThatThrownBy(() -> another.followRun.follow(
                        someone(), stage.conversation.id(), run.run().id(), Position.BEGIN))
                .is(failure(ConversationError.FORBIDDEN));
        assertThatThrownBy(() -> another.follow(new RunId(UUID.randomUUID()), Position.BEGIN))
                .is(failure(RunError.RUN_NOT_FOUND));
    }

    @Test
    void theEventsOfAnOldRunAreForgotten() {
        RunHandle run = stage.say("Hi");
        stage.awaitEnd(run);
        PruneRunLogs pruning = another.useCases.get(PruneRunLogs.class);
        stage.clock.advance(Duration.ofHours(23));
        pruning.prune();
        assertThat(Stage.read(another.follow(run.run().id(), Position.BEGIN))).isNotEmpty();

        stage.clock.advance(Duration.ofHours(2));
        pruning.prune();

        assertThatThrownBy(() -> another.follow(run.run().id(), Position.BEGIN)).is(failure(RunError.RUN_LOG_EXPIRED));
        assertThat(stage.said()).containsExactly("Hi", "Hello, you.");
    }

    @Test
    void aStoppingNodeSendsItsReadersElsewhere() throws InterruptedException {
        speakInTwoHalves();
        RunHandle run = stage.say("Hi");
        Stage.atLeast(6, run.events());
        stage.node.writer.flush();
        RunSubscription elsewhere = another.follow(run.run().id(), Position.BEGIN);
        Stage.atLeast(6, elsewhere);

        another.engine.drain(Duration.ZERO);

        assertThat(Stage.logged(elsewhere)).isEmpty();
        assertThat(elsewhere.await(Duration.ZERO).isElsewhere()).isTrue();
        mayGoOn.countDown();
        stage.awaitEnd(run);
    }

    private void speakInTwoHalves() {
        stage.assistant.set((turn, reply) -> {
            reply.text("first");
            Stage.waitFor(mayGoOn);
            reply.text("second");
        });
    }

    private static List<RunEvent> events(List<SequencedEvent> logged) {
        return logged.stream().map(SequencedEvent::event).toList();
    }
}
