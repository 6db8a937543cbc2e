package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawRequest;
import dev.parley.web.testing.Tokens;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The ChatKit protocol on PostgreSQL. */
@WithSharedNodes
class ChatKitTest {

    private static final String PATH = "/api/v1/chatkit";
    private static final TestDatabase DATABASE = SharedNodes.database();

    @Test
    void aConversationOutlivesItsServerAndIsTheSameOverRest() {
        String token = Tokens.ofSomeone();
        String thread;
        String before;
        try (ParleyServer parley = ParleyServer.on(DATABASE)) {
            Api user = parley.anonymous().as(token);
            thread = threadOf(create(user, "hi", ""));
            send(user, "threads.add_user_message", "'thread_id':'%s','input':%s".formatted(thread, input("again", "")));
            String rated = items(user, thread).json().at("/data/0/id").asString();
            assertThat(send(
                                    user,
                                    "items.feedback",
                                    "'thread_id':'%s','item_ids':['%s'],'kind':'positive'".formatted(thread, rated))
                            .body())
                    .isEqualTo("{}");
            before = items(user, thread).body();
        }
        try (ParleyServer parley = ParleyServer.on(DATABASE)) {
            Api user = parley.anonymous().as(token);

            assertThat(items(user, thread).body()).isEqualTo(before);
            assertThat(user.session(thread).data().at("/messages")).hasSize(4);
            assertThat(send(user, "threads.delete", "'thread_id':'%s'".formatted(thread))
                            .body())
                    .isEqualTo("{}");
            assertThat(user.sessions().json().at("/data")).isEmpty();
        }
    }

    @Test
    void aDroppedConnectionStopsASilentAnswer() throws IOException {
        String token = Tokens.ofSomeone();
        ParleyServer parley = SharedNodes.one();
        parley.assistant().follow((turn, reply) -> {
            reply.text("Well");
            waitForever();
        });
        Api user = parley.anonymous().as(token);
        String thread;
        try (RawRequest request = RawRequest.post(
                user.server().getPort(), token, PATH, body("threads.create", "'input':" + input("hi", "")))) {
            thread = request.readUntil("Well").replaceFirst("(?s).*?\"thread\":\\{\"id\":\"([^\"]+)\".*", "$1");
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(user.get(Api.runsOf(thread))
                                .json()
                                .at("/data/0/status")
                                .asString())
                        .isEqualTo("cancelled"));
        assertThat(items(user, thread).json().at("/data/0/content/0/text").asString())
                .isEqualTo("Well");
    }

    @Test
    void ofTwoMessagesThatBringTheSameAttachmentOneIsTaken() throws Exception {
        ParleyServer parley = SharedNodes.one();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Api user = parley.someone();
            String attachment = uploaded(parley, user);
            Callable<Answer> message = () -> create(user, "hi", "'" + attachment + "'");

            List<Future<Answer>> answers = both.invokeAll(List.of(message, message));

            assertThat(answers.stream().map(Future::resultNow).map(Answer::status))
                    .containsExactlyInAnyOrder(200, 409);
            assertThat(user.sessions().json().at("/data")).hasSize(1);
        }
    }

    @Test
    void aMessageOverRestBringsAnAttachmentAsWell() {
        ParleyServer parley = SharedNodes.one();
        Api user = parley.someone();
        String session = user.newSession();

        Answer answer = user.post(
                Api.runsOf(session),
                "{\"message\":{\"role\":\"user\",\"content\":[],\"attachments\":[\"%s\"]}}"
                        .formatted(uploaded(parley, user)));

        assertThat(answer.body()).contains("\"name\":\"ship.txt\"");
        assertThat(user.session(session)
                        .data()
                        .at("/messages/0/attachments/0/name")
                        .asString())
                .isEqualTo("ship.txt");
    }

    private static String uploaded(ParleyServer parley, Api user) {
        Answer created = send(user, "attachments.create", "'name':'ship.txt','size':5,'mime_type':'text/plain'");
        String address = created.json().at("/upload_descriptor/url").asString();
        Answer uploaded = parley.anonymous()
                .send(
                        address.substring(address.indexOf("/api")),
                        request -> request.PUT(BodyPublishers.ofString("Argo!")).header("Content-Type", "text/plain"));
        assertThat(uploaded.status()).isEqualTo(200);
        return created.json().at("/id").asString();
    }

    private static Answer create(Api user, String text, String attachments) {
        return send(user, "threads.create", "'input':" + input(text, attachments));
    }

    private static Answer items(Api user, String thread) {
        return send(user, "items.list", "'thread_id':'%s'".formatted(thread));
    }

    private static Answer send(Api user, String type, String params) {
        return user.post(PATH, body(type, params));
    }

    private static String body(String type, String params) {
        return "{'type':'%s','params':{%s}}".formatted(type, params).replace('\'', '"');
    }

    private static String input(String text, String attachments) {
        return "{'content':[{'type':'input_text','text':'%s'}],'attachments':[%s],'inference_options':{}}"
                .formatted(text, attachments);
    }

    private static String threadOf(Answer stream) {
        return stream.jsonEvents().getFirst().at("/thread/id").asString();
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
