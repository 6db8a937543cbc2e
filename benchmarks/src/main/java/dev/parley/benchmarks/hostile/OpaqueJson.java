package dev.parley.benchmarks.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;

/** Six ChatKit requests of 10 MiB at a time, whose opaque JSON is deep, wide, or of many small objects, in any field. */
final class OpaqueJson implements Attack {

    private static final int AT_ONCE = 6;
    private static final int BYTES = 10 * 1024 * 1024 - 2048;
    private static final String INPUT =
            "{\"content\":[{\"type\":\"input_text\",\"text\":\"hi\"}],\"attachments\":[],\"inference_options\":{}}";

    private static final List<String> VALUES = List.of(
            "[".repeat(BYTES / 2) + "]".repeat(BYTES / 2),
            "[" + "\"a\",".repeat(BYTES / 4) + "\"a\"]",
            "[" + "{},".repeat(BYTES / 3) + "{}]",
            "{" + "\"a\":{\"b\":0},".repeat(BYTES / 12) + "\"a\":0}",
            "[" + "1e9,".repeat(BYTES / 4) + "0]",
            "\"" + "\\u0041".repeat(BYTES / 6) + "\"");

    private static final List<String> BODIES = List.of(
            "{\"type\":\"threads.create\",\"params\":{\"input\":" + INPUT + "},\"metadata\":%s}",
            "{\"type\":\"threads.create\",\"metadata\":{\"k\":%s},\"params\":{\"input\":" + INPUT + "}}",
            "{\"type\":\"threads.create\",\"params\":{\"input\":{\"content\":[{\"type\":\"input_tag\",\"id\":\"t\",\"text\":\"t\",\"data\":{\"d\":%s}}],\"attachments\":[],\"inference_options\":{}}}}",
            "{\"type\":\"threads.add_client_tool_output\",\"params\":{\"thread_id\":\"t\",\"result\":%s}}",
            "{\"type\":\"threads.sync_custom_action\",\"params\":{\"thread_id\":\"t\",\"item_id\":\"i\",\"action\":{\"type\":\"a\",\"payload\":%s}}}",
            "{\"unknown\":%s,\"type\":\"threads.list\",\"params\":{}}",
            "{\"type\":\"input.transcribe\",\"params\":{\"audio_base64\":%s,\"mime_type\":\"audio/webm\"}}",
            "{\"type\":\"input.transcribe\",\"params\":{\"x\":%s,\"audio_base64\":\"AAAA\",\"mime_type\":\"audio/webm\"}}");

    @Override
    public String name() {
        return "6 ChatKit requests of 10 MiB of opaque JSON";
    }

    @Override
    public void run(Target target, Duration duration) throws InterruptedException {
        Requests.repeat(AT_ONCE, duration, (number, round) -> {
            String body = BODIES.get(round % BODIES.size()).replace("%s", VALUES.get(number));
            target.exchange(
                    "POST",
                    Target.CHATKIT,
                    Target.authorization("writer-" + number) + "Content-Type: application/json\r\n",
                    body.getBytes(UTF_8));
        });
    }
}
