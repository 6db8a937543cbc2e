package dev.parley.web.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.testing.RandomAssistant;
import dev.parley.application.tool.RequestedCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a user and an assistant do in a thread, over both APIs and in whatever order: its pages, the thread itself and
 * what its streams have told agree, and what is refused changes nothing.
 */
public final class RandomConversation {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NEW_MESSAGE = "more";
    private static final Pattern RUN = Pattern.compile("(?i)x-run-id: (\\S+)");

    private final Api api;
    private final ChatKitUnderTest user;
    private final ScriptedAssistant assistant;
    private final Random random;
    private final ThreadOnScreen screen = new ThreadOnScreen();
    private final ThreadOnServer server;
    private final String thread;

    /** Begins a thread of a user who has none; the server's assistant and actions are scripted, and serve nobody else. */
    public RandomConversation(Api api, ScriptedAssistant assistant, long seed) {
        this.api = api;
        this.user = new ChatKitUnderTest(api);
        this.assistant = assistant;
        this.random = new Random(seed);
        assistant.follow(anything());
        Answer created = user.create("first");
        this.thread = created.jsonEvents().getFirst().at("/thread/id").asString();
        this.server = new ThreadOnServer(api, thread);
        screen.take(created.jsonEvents());
    }

    /** Does so many things, and one of them is to drop a connection. */
    public void go(int deeds) {
        int drop = random.nextInt(deeds);
        for (int deed = 0; deed < deeds; deed++) {
            assistant.follow(anything());
            List<JsonNode> before = server.items("asc", 100);
            if (deed == drop) {
                sayAndLeave();
            } else {
                Answer answer = perform(random.nextInt(10));
                if (isRefusal(answer)) {
                    assertThat(server.items("asc", 100)).as(answer.body()).isEqualTo(before);
                }
            }
            server.assertShows(screen, 1 + random.nextInt(7));
        }
        server.assertShowsPageByPage(screen);
        server.assertShowsOverRest(screen);
        server.deleteForGood();
    }

    private Answer perform(int deed) {
        return switch (deed) {
            case 0, 1 -> follow(user.say(thread, NEW_MESSAGE));
            case 2 -> sayOverRest();
            case 3 -> sayAndCancel();
            case 4 -> retry();
            case 5, 6 -> answerTool();
            case 7 -> answerQuestions();
            case 8 -> act();
            default -> rename();
        };
    }

    /** Anything, then a moment in which to be cancelled, then anything else. */
    private Assistant anything() {
        Assistant first = new RandomAssistant(random.nextLong());
        return random.nextInt(3) > 0
                ? first
                : (turn, reply) -> {
                    first.answer(turn, reply);
                    pause(Duration.ofMillis(50));
                    reply.text("and so on");
                };
    }

    /** An assistant that fails before its first word is told by the status there, and the message is kept. */
    private Answer sayOverRest() {
        Answer answer = api.say(thread, NEW_MESSAGE);
        if (answer.status() != 502) {
            return follow(answer);
        }
        String run = api.get(Api.runsOf(thread)).json().at("/data/0/id").asString();
        return follow(api.get(Api.runsOf(thread) + "/" + run + "/events"));
    }

    private Answer sayAndCancel() {
        assistant.follow((turn, reply) -> {
            new RandomAssistant(random.nextLong()).answer(turn, reply);
            pause(Duration.ofMillis(50));
        });
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> user.say(thread, NEW_MESSAGE));
        while (!answer.isDone()) {
            JsonNode run = api.get(Api.runsOf(thread)).json().at("/data/0");
            if (run.at("/status").asString().equals("running")) {
                api.post(Api.runsOf(thread) + "/" + run.at("/id").asString() + "/cancel");
            }
        }
        return follow(answer.join());
    }

    /** The client leaves in the middle, which stops the answer; what it missed is read over the other API. */
    private void sayAndLeave() {
        assistant.follow((turn, reply) -> {
            new RandomAssistant(random.nextLong()).answer(turn, reply);
            pause(Duration.ofSeconds(10));
        });
        String seen;
        try (RawRequest request = RawRequest.post(
                api.server().getPort(),
                Objects.requireNonNull(api.token()),
                ChatKitUnderTest.PATH,
                ChatKitUnderTest.request(
                        "threads.add_user_message",
                        "{'thread_id':'%s','input':%s}".formatted(thread, ChatKitUnderTest.input(NEW_MESSAGE))))) {
            seen = request.readUntil("}\n\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher run = RUN.matcher(seen);
        if (run.find()) {
            String left = Api.runsOf(thread) + "/" + run.group(1);
            await().until(() -> !api.get(left).data().at("/finished_at").isMissingNode());
            screen.take(api.get(left + "/events").jsonEvents());
        }
    }

    private Answer retry() {
        String message = any("user_message");
        Answer answer =
                user.send("threads.retry_after_item", "{'thread_id':'%s','item_id':'%s'}".formatted(thread, message));
        if (!isRefusal(answer)) {
            screen.retried(message);
        }
        return follow(answer);
    }

    private Answer answerTool() {
        if (random.nextBoolean()) {
            assistant.follow((turn, reply) -> reply.callClientTool(new RequestedCall("call", "paint", "{}")));
            Answer called = follow(user.say(thread, NEW_MESSAGE));
            assertThat(isRefusal(called) || called.body().contains("client_tool_call"))
                    .as(called.body())
                    .isTrue();
            assistant.follow(anything());
        }
        Answer answer =
                user.send("threads.add_client_tool_output", "{'thread_id':'%s','result':[1,null]}".formatted(thread));
        if (!isRefusal(answer)) {
            screen.completed(JSON.readTree("[1,null]"));
        }
        return follow(answer);
    }

    private Answer answerQuestions() {
        String input = random.nextInt(4) == 0 ? "{'status':'skipped'}" : "{'answers':{'one':{'values':['a','b']}}}";
        return follow(user.send(
                "threads.add_structured_input",
                "{'thread_id':'%s','item_id':'%s','input':%s}".formatted(thread, any("structured_input"), input)));
    }

    private Answer act() {
        String params = "{'thread_id':'%s','item_id':'%s','action':{'type':'fill','payload':{'n':%d}}}"
                .formatted(thread, any("widget"), random.nextInt());
        if (random.nextBoolean()) {
            return follow(user.send("threads.custom_action", params));
        }
        Answer answer = user.send("threads.sync_custom_action", params);
        if (!isRefusal(answer)) {
            screen.replaced(answer.json().at("/updated_item"));
        }
        return answer;
    }

    private Answer rename() {
        Answer answer = user.send("threads.update", "{'thread_id':'%s','title':'Mine'}".formatted(thread));
        screen.renamed(answer.json());
        return answer;
    }

    private Answer follow(Answer answer) {
        assertThat(answer.body()).doesNotContain("shcx_");
        if (!isRefusal(answer)) {
            screen.take(answer.jsonEvents());
        }
        return answer;
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() != 200
                || (answer.jsonEvents().size() == 1
                        && answer.body().contains("\"type\":\"error\",\"code\":\"custom\""));
    }

    /** One of these, or, now and then and where there is none, something else. */
    private String any(String type) {
        List<JsonNode> fitting = screen.items().stream()
                .filter(item -> item.at("/type").asString().equals(type) || random.nextInt(20) == 0)
                .toList();
        return fitting.isEmpty()
                ? "msg_unknown"
                : fitting.get(random.nextInt(fitting.size())).at("/id").asString();
    }

    private static void pause(Duration time) {
        try {
            boolean unused = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
