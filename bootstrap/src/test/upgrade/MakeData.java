import dev.parley.application.run.Assistant;
import dev.parley.application.run.OpenWorkflow;
import dev.parley.application.run.Reply;
import dev.parley.application.run.Turn;
import dev.parley.application.tool.RequestedCall;
import dev.parley.bootstrap.Parley;
import dev.parley.bootstrap.keys.Keys;
import dev.parley.domain.conversation.Annotation;
import dev.parley.domain.conversation.GeneratedImage;
import dev.parley.domain.conversation.Question;
import dev.parley.domain.conversation.Source;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.conversation.Workflow;
import dev.parley.domain.conversation.WorkflowTask;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Json;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills a database as the users of revision 37545fc did, over its API. Compiled and run against that revision by {@code make},
 * never with this one. Its arguments are Parley's settings.
 */
public final class MakeData {

    private static final String SESSIONS = "/api/v1/chatkit/sessions/";
    private static final Pattern KEY = Pattern.compile("parley_sk_[0-9a-f]{64}");

    private final Api anonymous;

    private MakeData(Api anonymous) {
        this.anonymous = anonymous;
    }

    public static void main(String[] arguments) throws Exception {
        ConfigurableApplicationContext parley =
                new SpringApplicationBuilder(Parley.class, EveryItem.class).run(arguments);
        try {
            int port = parley.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            MakeData data = new MakeData(new Api(URI.create("http://127.0.0.1:" + port), null));
            String key = key(arguments);
            for (int user = 1; user <= 3; user++) {
                data.person(user, key);
            }
            data.leaveOneInterruptedAndOneWaiting();
            JdbcClient jdbc = parley.getBean(JdbcClient.class);
            keepWhatEnds(jdbc);
        } finally {
            parley.close();
        }
    }

    private void person(int number, String key) throws Exception {
        Api user = registered("jason" + number + "@example.org");
        String session = user.newSession();
        ok(user.say(session, "everything"));
        ok(user.say(session, "Grüße, 你好, 🏛 \\u0000 \"quoted\"\n\tand tabbed"));
        ok(user.patch(SESSIONS + session, "{\"title\":\"Die Argo, größer\"}"));
        component(user, number);
        failed(user);
        locked(user);
        cancelled(user);
        announced(user);
        for (int i = 0; i < 5; i++) {
            tasks(user, i);
        }
        keyed(user);
        clientSession(key, "u-" + number);
        user.newSession();
    }

    /** What the component does: questions, its own tools, widgets, ratings, files. */
    private void component(Api user, int number) {
        String thread = created(user, "ask me");
        answered(user, thread, number);
        chat(user, "threads.add_user_message", "{'thread_id':'%s','input':%s}".formatted(thread, input("tool", "")));
        chat(user, "threads.add_client_tool_output", "{'thread_id':'%s','result':{'city':'Iolcus','at':[1,2.50,null]}}".formatted(thread));
        String file = uploaded(user, "argo.txt", "the ship ".repeat(200).getBytes(StandardCharsets.UTF_8));
        chat(user, "threads.add_user_message", "{'thread_id':'%s','input':%s}".formatted(thread, input("look", "'" + file + "'")));
        uploaded(user, "unused.txt", "nobody's".getBytes(StandardCharsets.UTF_8));
        String message = last(user, thread, "assistant_message");
        chat(user, "items.feedback", "{'thread_id':'%s','item_ids':['%s'],'kind':'positive'}".formatted(thread, message));
        chat(user, "threads.add_user_message", "{'thread_id':'%s','input':%s}".formatted(thread, input("list my tasks", "")));
    }

    private void answered(Api user, String thread, int number) {
        String item = last(user, thread, "structured_input");
        String input = number == 2
                ? "{'status':'skipped'}"
                : "{'status':'answered','answers':{'q':{'values':['the old one'],'skipped':false},'m':{'values':['a'],'skipped':false}}}";
        Answer answer = user.post("/api/v1/chatkit", request("threads.add_structured_input",
                "{'thread_id':'%s','item_id':'%s','input':%s}".formatted(thread, item, input)));
        System.out.println("answered: " + answer.status() + " " + answer.body().substring(0, Math.min(120, answer.body().length())));
    }

    private void failed(Api user) {
        String session = user.newSession();
        user.say(session, "fail");
        ok(user.say(session, "say half of it and fail").status() == 200 ? user.sessions() : user.sessions());
    }

    private void locked(Api user) {
        String thread = created(user, "lock");
        user.say(thread, "too late");
    }

    /** A run that its user stops, which leaves a note for the assistant. */
    private static void cancelled(Api user) throws Exception {
        String session = user.newSession();
        Thread run = Thread.startVirtualThread(() -> user.say(session, "wait forever"));
        while (user.get(Api.runsOf(session)).json().at("/data/0/id").isMissingNode()) {
            Thread.sleep(100);
        }
        String id = user.get(Api.runsOf(session)).json().at("/data/0/id").asString();
        ok(user.post(Api.runsOf(session) + "/" + id + "/cancel"));
        run.join();
    }

    /** A file that is announced and never uploaded. */
    private static void announced(Api user) {
        chat(user, "attachments.create", "{'name':'later.png','size':67,'mime_type':'image/png'}");
    }

    private void tasks(Api user, int number) {
        String id = ok(user.post("/api/v1/tasks",
                "{\"title\":\"Ölen %d\",\"description\":\"Wände & Türen\",\"priority\":\"%s\",\"tags\":[\"Straße\",\"ship\"]}"
                        .formatted(number, List.of("low", "medium", "high").get(number % 3)))).data().at("/id").asString();
        if (number % 2 == 0) {
            ok(user.send("/api/v1/tasks/" + id + "/complete", request -> request.method("PATCH", BodyPublishers.noBody())));
        }
    }

    private void keyed(Api user) {
        ok(user.send("/api/v1/tasks", request -> request.POST(BodyPublishers.ofString("{\"title\":\"once\"}"))
                .header("Content-Type", "application/json").header("Idempotency-Key", "the-one-key")));
        ok(user.send("/api/v1/chatkit/sessions", request -> request.POST(BodyPublishers.noBody()).header("Idempotency-Key", "another-key")));
    }

    private void clientSession(String key, String subject) {
        Api server = anonymous.as(key);
        Answer opened = ok(server.post("/v1/chatkit/sessions", """
                {"user":"%s","workflow":{"id":"wf_argo","state_variables":{"tenant":"colchis","crew":50}}}""".formatted(subject)));
        Api client = anonymous.as(opened.json().at("/client_secret").asString());
        created(client, "hello from the page");
    }

    /** One whose node stops in the middle, and one that waits behind it. */
    private void leaveOneInterruptedAndOneWaiting() throws Exception {
        Api user = registered("medea@example.org");
        String session = user.newSession();
        ok(user.say(session, "first"));
        Thread.startVirtualThread(() -> user.say(session, "wait forever"));
        Thread.sleep(2000);
        Thread.startVirtualThread(() -> user.say(session, "I wait behind"));
        Thread.sleep(2000);
    }

    /** What would be swept out by the clock stays: its time is in a far year. */
    private static void keepWhatEnds(JdbcClient jdbc) {
        for (String sql : List.of(
                "update idempotency set created_at = '2999-01-01T00:00:00Z'",
                "update attachment set created_at = '2999-01-01T00:00:00Z' where conversation_id is null",
                "update client_session set expires_at = '2999-01-01T00:00:00Z'",
                "update run set finished_at = '2999-01-01T00:00:00Z' where finished_at is not null",
                "update rate_bucket set expires_at = 32472144000000")) {
            System.out.println(jdbc.sql(sql).update() + " " + sql);
        }
    }

    private Api registered(String email) {
        String credentials = "{\"email\":\"%s\",\"password\":\"the golden fleece\"}".formatted(email);
        ok(anonymous.post("/api/v1/auth/register", credentials));
        return anonymous.as(ok(anonymous.post("/api/v1/auth/login", credentials)).data().at("/token").asString());
    }

    private static String created(Api user, String text) {
        return ok(user.post("/api/v1/chatkit", request("threads.create", "{'input':%s}".formatted(input(text, "")))))
                .jsonEvents().getFirst().at("/thread/id").asString();
    }

    private static Answer chat(Api user, String type, String params) {
        return ok(user.post("/api/v1/chatkit", request(type, params)));
    }

    private static String last(Api user, String thread, String type) {
        return chat(user, "items.list", "{'thread_id':'%s','order':'desc','limit':100}".formatted(thread)).json()
                .at("/data").valueStream().filter(item -> item.at("/type").asString().equals(type)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + type)).at("/id").asString();
    }

    private static String uploaded(Api user, String name, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return ok(user.send("/api/v1/attachments", request -> request.POST(BodyPublishers.ofByteArray(form.toByteArray()))
                .header("Content-Type", "multipart/form-data; boundary=x"))).json().at("/id").asString();
    }

    private static String request(String type, String params) {
        return "{\"type\":\"%s\",\"params\":%s}".formatted(type, params.replace('\'', '"'));
    }

    private static String input(String text, String attachments) {
        return "{'content':[{'type':'input_text','text':'%s'}],'attachments':[%s],'inference_options':{}}".formatted(text, attachments);
    }

    private static String key(String[] arguments) {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            List<String> all = new ArrayList<>(List.of("add", "crm"));
            all.addAll(List.of(arguments));
            Keys.run(all.toArray(String[]::new));
        } finally {
            System.setOut(out);
        }
        Matcher key = KEY.matcher(printed.toString(StandardCharsets.UTF_8));
        if (!key.find()) {
            throw new IllegalStateException(printed.toString(StandardCharsets.UTF_8));
        }
        System.out.println("key " + key.group());
        return key.group();
    }

    private static Answer ok(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** An assistant that leaves an item of each kind. */
    static final class EveryItem implements Assistant {

        @Override
        public void answer(Turn turn, Reply reply) {
            switch (turn.message().text()) {
                case "everything" -> everything(reply);
                case "ask me" -> reply.ask(List.of(
                        new Question.Freeform("q", "Which harbour?", "the one to land at", null),
                        new Question.MultipleChoice("m", "Which oar?", List.of("a", "b"), true, null)));
                case "tool" -> reply.callClientTool(new RequestedCall("call-1", "locate", "{\"precise\": true}"));
                case "fail" -> throw new IllegalStateException("on purpose");
                case "say half of it and fail" -> {
                    reply.text("half of it");
                    throw new IllegalStateException("on purpose");
                }
                case "lock" -> {
                    reply.text("locked now");
                    reply.status(new ThreadStatus.Locked("as agreed"));
                }
                case "wait forever" -> {
                    reply.text("so far");
                    forever();
                }
                default -> {
                    reply.text("You said: ");
                    reply.text(turn.message().text());
                }
            }
        }

        private static void everything(Reply reply) {
            reply.progress("search", "looking around");
            OpenWorkflow work = reply.workflow(Workflow.Kind.REASONING, true);
            int step = work.task(new WorkflowTask.Thought(WorkflowTask.StatusIndicator.LOADING, "Hm", "the wind …"));
            work.update(step, new WorkflowTask.Thought(WorkflowTask.StatusIndicator.COMPLETE, "Hm", "the wind is east"));
            work.done(new Workflow.Lasted(3));
            reply.task(new WorkflowTask.WebSearch(WorkflowTask.StatusIndicator.COMPLETE, "Searched", null, List.of("argo"),
                    List.of(new Source.Url(Source.Details.titled("Argo"), "https://example.org/argo", null))));
            reply.widget(new Json("{\"type\":\"Card\",\"size\":1.50,\"children\":[]}"), "a card");
            reply.image(new GeneratedImage.Image("img-1", "https://example.org/argo.png"));
            reply.callTool(new RequestedCall("call-2", "create_task", "{\"title\": \"Calk the ship\"}"));
            reply.remember(new Json("{\"secret\":  [1, 2.0, \"ü\"]}"));
            reply.text("Here it all is.");
            reply.annotate(new Annotation(new Source.File(Source.Details.titled("Log"), "log.txt"), 4));
            reply.usage(new Usage("model-x", 120, 30, 5, 80, 900));
            reply.imageDomains(List.of("example.org", "cdn.example.org"));
            reply.endTurn();
        }

        private static void forever() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
