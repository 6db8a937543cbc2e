package dev.parley.benchmarks.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** Users read threads whose messages hold as much as the limits allow, as fast as they are let. */
final class FullHistory implements Attack {

    private static final int USERS = 3;
    private static final int MESSAGES = 45;
    private static final int AT_ONCE = 28;

    /** Each message fills the 64 KiB that its tags may carry. */
    private static final String TAG =
            "{\"type\":\"input_tag\",\"id\":\"t\",\"text\":\"\",\"data\":{\"a\":\"%s\"}}".formatted("x".repeat(65_000));

    private static final String MESSAGE =
            "{\"content\":[{\"type\":\"input_text\",\"text\":\"hello\"},%s],\"attachments\":[],\"inference_options\":{}}"
                    .formatted(TAG);

    /** A page ends before its items have more than 1 MiB. */
    private static final int CHARACTERS_OF_PAGE = 900_000;

    private final String[] users = new String[USERS];
    private final String[] threads = new String[USERS];

    @Override
    public String name() {
        return "3 users read full threads 28 times at once";
    }

    @Override
    public void prepare(Target target) throws Exception {
        for (int user = 0; user < USERS; user++) {
            // An attack before this one has used up its users' requests.
            users[user] = "reader-" + UUID.randomUUID();
            threads[user] = fill(target, users[user]);
        }
    }

    @Override
    public void run(Target target, Duration duration) throws InterruptedException {
        Requests.repeat(USERS * AT_ONCE, duration, (number, round) -> {
            String user = users[number % USERS];
            String thread = threads[number % USERS];
            switch (round % 3) {
                case 0 -> target.get("/api/v1/chatkit/sessions/" + thread, user);
                case 1 -> list(target, user, thread);
                default ->
                    target.post(
                            Target.CHATKIT,
                            user,
                            "{\"type\":\"threads.get_by_id\",\"params\":{\"thread_id\":\"%s\"}}".formatted(thread));
            }
        });
    }

    private static String fill(Target target, String user) throws IOException {
        String thread = accepted(target.post(
                        Target.CHATKIT,
                        user,
                        "{\"type\":\"threads.create\",\"params\":{\"input\":%s}}".formatted(MESSAGE)))
                .member("id");
        for (int i = 1; i < MESSAGES; i++) {
            accepted(target.post(
                    Target.CHATKIT,
                    user,
                    "{\"type\":\"threads.add_user_message\",\"params\":{\"thread_id\":\"%s\",\"input\":%s}}"
                            .formatted(thread, MESSAGE)));
        }
        checkFull(target, user, thread);
        return thread;
    }

    /** A refusal may come in a stream that has begun; what counts is what is stored. */
    private static void checkFull(Target target, String user, String thread) throws IOException {
        String whole =
                accepted(target.get("/api/v1/chatkit/sessions/" + thread, user)).text();
        long messages =
                Pattern.compile("\"role\":\"user\"").matcher(whole).results().count();
        int page = accepted(list(target, user, thread)).text().length();
        if (messages != MESSAGES || page < CHARACTERS_OF_PAGE) {
            throw new IllegalStateException(
                    "a thread is not full: %d messages, a page of %d characters".formatted(messages, page));
        }
    }

    private static Target.Answer list(Target target, String user, String thread) throws IOException {
        return target.post(
                Target.CHATKIT,
                user,
                "{\"type\":\"items.list\",\"params\":{\"limit\":100,\"thread_id\":\"%s\"}}".formatted(thread));
    }

    private static Target.Answer accepted(Target.Answer answer) {
        if (!answer.isSuccess()) {
            throw new IllegalStateException("a request was refused: " + answer.text());
        }
        return answer;
    }
}
