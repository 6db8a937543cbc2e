package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.item.Question;
import dev.parley.persistence.testing.Race;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** One thread in many tabs, whose requests two nodes serve: what only one can do one does, and the others are told. */
@Timeout(60)
@WithSharedNodes
class TabsTest {

    private static final int TABS = 6;
    private static final List<ParleyServer> NODES = SharedNodes.both();

    private final AtomicInteger next = new AtomicInteger();
    private final String token = Tokens.ofSomeone();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void echo() {
        goOn.countDown();
        NODES.forEach(node -> node.assistant().reset());
    }

    @Test
    void ofManyAnswersToOneQuestionOneIsTaken() {
        follow((turn, reply) -> reply.ask(List.of(new Question.Freeform("why", "Why?", null, null))));
        String thread = tab().thread("ask me");
        String question = tab().newest(thread);
        follow((turn, reply) -> reply.text("Thanks."));

        Queue<Answer> answers = race((tab, name) -> tab.send(
                "threads.add_structured_input",
                "{'thread_id':'%s','item_id':'%s','input':{'answers':{'why':{'values':['%s']}}}}"
                        .formatted(thread, question, name)));

        Answer won = oneOf(answers, "NOT_PENDING");
        List<JsonNode> items = tab().items(thread);
        assertThat(types(items)).containsExactly("user_message", "structured_input", "assistant_message");
        assertThat(items.get(1)).isEqualTo(won.jsonEvents().get(1).at("/item"));
    }

    @Test
    void ofManyOutputsOfOneCallOneIsTaken() {
        follow((turn, reply) -> reply.callClientTool(new RequestedCall("call_1", "locate", "{}")));
        String thread = tab().thread("where am I?");
        follow((turn, reply) -> reply.text("There."));

        Queue<Answer> answers = race((tab, name) ->
                tab.send("threads.add_client_tool_output", "{'thread_id':'%s','result':'%s'}".formatted(thread, name)));

        Answer won = oneOf(answers, "NO_PENDING_TOOL_CALL");
        List<JsonNode> items = tab().items(thread);
        assertThat(types(items)).containsExactly("user_message", "client_tool_call", "assistant_message");
        assertThat(items.get(1).at("/status").asString()).isEqualTo("completed");
        assertThat(items.getLast()).isEqualTo(won.jsonEvents().getLast().at("/item"));
    }

    @Test
    void ofManyRetriesThoseThatComeWhileOneRunsAreRefusedAndEachLeavesOneAnswer() {
        String thread = tab().thread("one");
        tab().say(thread, "two");
        String message = tab().items(thread).getFirst().at("/id").asString();

        Queue<Answer> answers = race((tab, name) ->
                tab.send("threads.retry_after_item", "{'thread_id':'%s','item_id':'%s'}".formatted(thread, message)));

        assertThat(answers)
                .anyMatch(answer -> answer.status() == 200)
                .allSatisfy(answer ->
                        assertThat(answer.status() == 200 ? "" : answer.code()).isIn("", "RUN_IN_PROGRESS"));
        assertThat(types(tab().items(thread))).containsExactly("user_message", "assistant_message");
    }

    @Test
    void whileAnAnswerIsGivenNothingThatBeginsOneIsDone() {
        follow((turn, reply) -> reply.callClientTool(new RequestedCall("call_1", "locate", "{}")));
        String thread = tab().thread("one");
        String message = tab().items(thread).getFirst().at("/id").asString();
        follow((turn, reply) -> {
            reply.text("I have");
            waitToGoOn();
        });
        Queue<Answer> refused = new ConcurrentLinkedQueue<>();

        List<Throwable> failures = Race.failuresOf(List.of(() -> tab().say(thread, "two"), () -> {
            awaitRunning(thread);
            List<JsonNode> before = tab().items(thread);
            refused.add(tab().say(thread, "three"));
            refused.add(tab().send(
                            "threads.retry_after_item",
                            "{'thread_id':'%s','item_id':'%s'}".formatted(thread, message)));
            refused.add(
                    tab().send("threads.add_client_tool_output", "{'thread_id':'%s','result':1}".formatted(thread)));
            refused.add(tab().send(
                            "threads.custom_action", "{'thread_id':'%s','action':{'type':'greet'}}".formatted(thread)));
            assertThat(tab().items(thread)).isEqualTo(before);
            goOn.countDown();
        }));

        assertThat(failures).isEmpty();
        assertThat(codes(refused)).isEqualTo(Map.of("RUN_IN_PROGRESS", 4L));
        assertThat(types(tab().items(thread)))
                .containsExactly("user_message", "client_tool_call", "user_message", "assistant_message");
    }

    @Test
    void aThreadThatIsDeletedWhileItIsAnsweredIsGoneAndItsStreamSaysSo() {
        String thread = tab().thread("one");
        follow((turn, reply) -> {
            reply.text("too late");
            waitToGoOn();
            reply.title("Never seen");
        });
        Queue<Answer> streams = new ConcurrentLinkedQueue<>();
        Queue<Answer> deletions = new ConcurrentLinkedQueue<>();

        List<Throwable> failures = Race.failuresOf(List.of(() -> streams.add(tab().say(thread, "two")), () -> {
            awaitRunning(thread);
            deletions.addAll(race((tab, name) -> tab.send("threads.delete", "{'thread_id':'%s'}".formatted(thread))));
            goOn.countDown();
        }));

        assertThat(failures).isEmpty();
        oneOf(deletions, "SESSION_NOT_FOUND");
        assertThat(streams.element().jsonEvents().getLast().at("/type").asString())
                .isEqualTo("error");
        assertThat(tab().send("threads.get_by_id", "{'thread_id':'%s'}".formatted(thread))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTitleThatTheUserGivesWhileItIsAnsweredStays() {
        String thread = tab().thread("one");
        follow((turn, reply) -> {
            reply.text("I have");
            waitToGoOn();
            reply.imageDomains(List.of("images.example"));
        });

        List<Throwable> failures = Race.failuresOf(List.of(() -> tab().say(thread, "two"), () -> {
            awaitRunning(thread);
            tab().send("threads.update", "{'thread_id':'%s','title':'Mine'}".formatted(thread));
            goOn.countDown();
        }));

        assertThat(failures).isEmpty();
        JsonNode read = tab().send("threads.get_by_id", "{'thread_id':'%s'}".formatted(thread))
                .json();
        assertThat(read.at("/title").asString()).isEqualTo("Mine");
        assertThat(read.at("/allowed_image_domains/0").asString()).isEqualTo("images.example");
    }

    /** The one answer that was no refusal; the others say why. */
    private static Answer oneOf(Queue<Answer> answers, String late) {
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.code()).isIn(late, "RUN_IN_PROGRESS"));
        return answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
    }

    private Queue<Answer> race(BiFunction<ChatKitUnderTest, String, Answer> deed) {
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        List<Throwable> failures = Race.failuresOf(
                TABS, () -> answers.add(deed.apply(tab(), Thread.currentThread().toString())));
        assertThat(failures).isEmpty();
        return answers;
    }

    /** A tab of the user, on one node after the other. */
    private ChatKitUnderTest tab() {
        Api node = NODES.get(next.getAndIncrement() % NODES.size()).anonymous();
        return new ChatKitUnderTest(node.as(token));
    }

    private void awaitRunning(String thread) {
        await().until(() -> tab().api()
                .get(Api.runsOf(thread))
                .json()
                .at("/data/0/status")
                .asString()
                .equals("running"));
    }

    private static void follow(Assistant assistant) {
        NODES.forEach(node -> node.assistant().follow(assistant));
    }

    private void waitToGoOn() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> types(List<JsonNode> items) {
        return items.stream().map(item -> item.at("/type").asString()).toList();
    }

    private static Map<String, Long> codes(Queue<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::code, Collectors.counting()));
    }
}
