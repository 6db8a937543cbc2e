package dev.parley.assistant.testing;

import java.io.IOException;
import java.util.List;

/** How the model server answers one request. */
@FunctionalInterface
public interface Script {

    /**
     * Answers.
     *
     * @throws IOException if the client is gone
     */
    void play(ModelRequest request, Wire wire) throws IOException;

    /** Says the deltas, tells what they cost (10 tokens read, one written for each) and stops. */
    static Script saying(String... deltas) {
        return saying(List.of(deltas), "stop");
    }

    /** Says this, and ends for this reason. */
    static Script saying(List<String> deltas, String finishReason) {
        return (request, wire) -> {
            wire.stream();
            for (String delta : deltas) {
                wire.text(delta);
            }
            wire.finish(finishReason);
            wire.usage(10, deltas.size(), 0);
            wire.done();
        };
    }

    /** Calls a tool. */
    static Script calling(String callId, String name, String arguments) {
        return (request, wire) -> {
            wire.stream();
            wire.delta(
                    "{\"tool_calls\":[{\"index\":0,\"id\":%s,\"type\":\"function\",\"function\":{\"name\":%s,\"arguments\":%s}}]}"
                            .formatted(Wire.quoted(callId), Wire.quoted(name), Wire.quoted(arguments)));
            wire.finish("tool_calls");
            wire.usage(10, 5, 0);
            wire.done();
        };
    }

    /**
     * Refuses with a status.
     *
     * @param headers name, value, name, value …
     */
    static Script refusing(int status, String body, String... headers) {
        return (request, wire) -> wire.whole(status, "application/json", body, headers);
    }
}
