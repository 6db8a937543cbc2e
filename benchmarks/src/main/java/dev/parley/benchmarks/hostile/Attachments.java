package dev.parley.benchmarks.hostile;

import java.io.IOException;

/** Announces attachments over the ChatKit protocol. */
final class Attachments {

    private Attachments() {}

    static Target.Answer announce(Target target, String user, String name, String type, int size) throws IOException {
        Target.Answer answer = target.post(
                Target.CHATKIT,
                user,
                "{\"type\":\"attachments.create\",\"params\":{\"name\":\"%s\",\"size\":%d,\"mime_type\":\"%s\"}}"
                        .formatted(name, size, type));
        if (!answer.isSuccess()) {
            throw new IllegalStateException("an attachment was refused: " + answer.text());
        }
        return answer;
    }
}
