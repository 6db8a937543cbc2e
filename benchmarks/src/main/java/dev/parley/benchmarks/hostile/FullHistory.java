package dev.parley.benchmarks.hostile;

import java.io.IOException;
import java.time.Duration;

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

    private final String[] threads = new String[USERS];

    @Override
    public String name() {
        return "3 users read full threads 28 times at once";
    }

    @Override
    public void prepare(Target target) throws Exception {
        for (int user = 0; user < USERS; user++) {
            threads[user] = fill(target, "reader-" + user);
        }
    }

    @Override
    public void run(Target target, Duration duration) throws InterruptedException {
        Requests.repeat(USERS * AT_ONCE, duration, (number, round) -> {
            String user = "reader-" + number % USERS;
            String thread = threads[number % USERS];
            switch (round % 3) {
                case 0 -> target.get("/api/v1/chatkit/sessions/" + thread, user);
                case 1 ->
                    target.post(
                            Target.CHATKIT,
                            user,
                            "{\"type\":\"items.list\",\"params\":{\"limit\":100,\"thread_id\":\"%s\"}}"
                                    .formatted(thread));
                default ->
                    target.post(
                            Target.CHATKIT,
                            user,
                            "{\"type\":\"threads.get_by_id\",\"params\":{\"thread_id\":\"%s\"}}".formatted(thread));
            }
        });
    }

    /** Stops where a limit says so. */
    private static String fill(Target target, String user) throws IOException {
        Target.Answer created = target.post(
                Target.CHATKIT, user, "{\"type\":\"threads.create\",\"params\":{\"input\":%s}}".formatted(MESSAGE));
        String thread = created.member("id");
        boolean accepted = created.isSuccess();
        for (int i = 1; i < MESSAGES && accepted; i++) {
            accepted = target.post(
                            Target.CHATKIT,
                            user,
                            "{\"type\":\"threads.add_user_message\",\"params\":{\"thread_id\":\"%s\",\"input\":%s}}"
                                    .formatted(thread, MESSAGE))
                    .isSuccess();
        }
        return thread;
    }
}
