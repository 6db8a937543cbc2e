package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.tool.RequestedCall;
import dev.parley.persistence.testing.Race;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Clicks on one list of tasks, at once and beside all else: each is done and shown, or refused and not done. */
@Timeout(300)
@WithSharedNodes
class ClickTest {

    private static final List<ParleyServer> NODES = SharedNodes.both();
    private static final int ROUNDS = 100;
    private static final int[] CLICKS = {2, 4, 2, 4, 2, 4, 2, 4, 2, 20};

    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void echo() {
        goOn.countDown();
        NODES.forEach(node -> node.assistant().reset());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void ofClicksAtOnceAllAreDoneAndShown(int nodes) {
        for (int round = 0; round < ROUNDS; round++) {
            TaskBoard board = new TaskBoard(nodes);
            List<String> tasks = board.shown(CLICKS[round % CLICKS.length]);

            Queue<Answer> answers = new ConcurrentLinkedQueue<>();
            List<Throwable> failures = Race.failuresOf(tasks.stream()
                    .<Runnable>map(task -> () -> answers.add(board.complete(task)))
                    .toList());

            assertThat(failures).isEmpty();
            assertThat(answers).hasSize(tasks.size()).allMatch(answer -> answer.status() == 200);
            assertThat(board.openTasks()).isEmpty();
            assertThat(board.openRows()).isEmpty();
            assertThat(board.rows()).containsExactlyInAnyOrderElementsOf(tasks);
        }
    }

    @Test
    void aClickThatMeetsAMessageIsDoneAndShown() {
        for (int round = 0; round < ROUNDS; round++) {
            TaskBoard board = new TaskBoard(2);
            String task = board.shown(2).getFirst();
            NODES.forEach(node -> node.assistant().reset());
            Queue<Answer> clicks = new ConcurrentLinkedQueue<>();
            Queue<Answer> messages = new ConcurrentLinkedQueue<>();

            List<Throwable> failures = Race.failuresOf(List.of(
                    () -> clicks.add(board.complete(task)),
                    () -> messages.add(board.tab().say(board.thread, "Hi"))));

            assertThat(failures).isEmpty();
            assertThat(clicks).hasSize(1).allMatch(answer -> answer.status() == 200);
            assertThat(messages).hasSize(1).allMatch(answer -> answer.status() == 200);
            assertThat(board.openTasks()).hasSize(1).doesNotContain(task);
            assertThat(board.openRows()).isEqualTo(board.openTasks());
        }
    }

    @Test
    void aDeletionThatMeetsClicksLeavesNoRowAndLosesNoClick() {
        for (int round = 0; round < ROUNDS; round++) {
            TaskBoard board = new TaskBoard(2);
            List<String> tasks = board.shown(3);
            String deleted = tasks.getFirst();
            Queue<Answer> answers = new ConcurrentLinkedQueue<>();

            List<Throwable> failures = Race.failuresOf(List.of(
                    () -> answers.add(board.delete(deleted)),
                    () -> answers.add(board.complete(tasks.get(1))),
                    () -> answers.add(board.complete(tasks.get(2)))));

            assertThat(failures).isEmpty();
            assertThat(answers).hasSize(3).allMatch(answer -> answer.status() == 200);
            assertThat(board.rows()).containsExactlyInAnyOrder(tasks.get(1), tasks.get(2));
            assertThat(board.openRows()).isEmpty();
            assertThat(board.openTasks()).isEmpty();
        }
    }

    @Test
    void aClickThatMeetsTheEndOfItsTaskIsDoneOrRefusedAndTheRowLeavesWithTheNext() {
        for (int round = 0; round < ROUNDS; round++) {
            TaskBoard board = new TaskBoard(2);
            List<String> tasks = board.shown(2);
            String gone = tasks.getFirst();
            Queue<Answer> clicks = new ConcurrentLinkedQueue<>();

            List<Throwable> failures = Race.failuresOf(List.of(
                    () -> clicks.add(board.complete(gone)),
                    () -> assertThat(board.api().delete("/api/v1/tasks/" + gone).status())
                            .isEqualTo(200)));

            assertThat(failures).isEmpty();
            assertThat(clicks).hasSize(1).allMatch(answer -> answer.status() == 200);
            assertThat(board.complete(tasks.getLast()).status()).isEqualTo(200);
            assertThat(board.rows()).containsExactly(tasks.getLast());
            assertThat(board.openRows()).isEmpty();
        }
    }

    @Test
    void clicksAreDoneWhileAnAnswerStreamsAndAStreamedActionIsRefusedAndNotDone() {
        CountDownLatch listed = new CountDownLatch(1);
        TaskBoard board = new TaskBoard(2);
        List<String> tasks = board.add(20);
        NODES.forEach(node -> node.assistant().follow((turn, reply) -> {
            reply.callTool(new RequestedCall("call_1", "list_tasks", "{}"));
            reply.text("There they are.");
            listed.countDown();
            awaitQuietly(goOn);
        }));

        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        Queue<Answer> streams = new ConcurrentLinkedQueue<>();
        List<Throwable> failures =
                Race.failuresOf(List.of(() -> streams.add(board.tab().create("list my tasks")), () -> {
                    awaitQuietly(listed);
                    board.find();
                    Answer streamed = board.delete(tasks.getFirst());
                    assertThat(streamed.code()).isEqualTo("RUN_IN_PROGRESS");
                    assertThat(Race.failuresOf(tasks.stream()
                                    .<Runnable>map(task -> () -> answers.add(board.complete(task)))
                                    .toList()))
                            .isEmpty();
                    goOn.countDown();
                }));

        assertThat(failures).isEmpty();
        assertThat(answers).hasSize(20).allMatch(answer -> answer.status() == 200);
        assertThat(streams).hasSize(1).allMatch(answer -> answer.status() == 200);
        assertThat(board.openTasks()).isEmpty();
        assertThat(board.openRows()).isEmpty();
        assertThat(board.rows()).containsExactlyInAnyOrderElementsOf(tasks);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A user with a list of tasks, whose requests so many nodes serve in turn. */
    private final class TaskBoard {

        private final String token = Tokens.ofSomeone();
        private final int nodes;
        private String thread = "";
        private String widget = "";

        TaskBoard(int nodes) {
            this.nodes = nodes;
        }

        Api api() {
            return NODES.get(next.getAndIncrement() % nodes).anonymous().as(token);
        }

        ChatKitUnderTest tab() {
            return new ChatKitUnderTest(api());
        }

        List<String> add(int number) {
            return IntStream.range(0, number)
                    .mapToObj(i -> api().post("/api/v1/tasks", "{\"title\":\"Task " + i + "\"}")
                            .data()
                            .at("/id")
                            .asString())
                    .toList();
        }

        /** So many tasks, of which a list is shown. */
        List<String> shown(int number) {
            List<String> tasks = add(number);
            NODES.forEach(node -> node.assistant()
                    .follow((turn, reply) -> reply.callTool(new RequestedCall("call_1", "list_tasks", "{}"))));
            tab().create("list my tasks");
            find();
            return tasks;
        }

        /** Finds the thread and its list. */
        void find() {
            thread = api().sessions().data().at("/0/id").asString();
            widget = list().at("/id").asString();
        }

        JsonNode list() {
            return tab().items(thread).stream()
                    .filter(item -> item.at("/type").asString().equals("widget"))
                    .findFirst()
                    .orElseThrow();
        }

        Answer complete(String task) {
            return act("threads.sync_custom_action", "task.complete", task);
        }

        Answer delete(String task) {
            return act("threads.custom_action", "task.delete", task);
        }

        private Answer act(String operation, String action, String task) {
            return tab().send(
                            operation,
                            "{'thread_id':'%s','item_id':'%s','action':{'type':'%s','payload':{'id':'%s'}}}"
                                    .formatted(thread, widget, action, task));
        }

        List<String> rows() {
            return keys(list().at("/widget/children"), false);
        }

        List<String> openRows() {
            return keys(list().at("/widget/children"), true);
        }

        List<String> openTasks() {
            List<String> open = new ArrayList<>();
            for (JsonNode task :
                    api().get("/api/v1/tasks?status=pending").data().values()) {
                open.add(task.at("/id").asString());
            }
            return open;
        }

        private static List<String> keys(JsonNode rows, boolean onlyOpen) {
            List<String> keys = new ArrayList<>();
            for (JsonNode row : rows.values()) {
                if (!onlyOpen || row.has("onClickAction")) {
                    keys.add(row.at("/key").asString());
                }
            }
            return keys;
        }
    }
}
