package dev.parley.assistant.mcp;

import org.jspecify.annotations.Nullable;

/** The server has answered a request with an error of JSON-RPC 2.0, section 5.1. */
final class RequestRefused extends RuntimeException {

    private final int code;
    private final String reason;

    RequestRefused(int code, String reason) {
        this("a request", code, reason, null);
    }

    private RequestRefused(String request, int code, String reason, @Nullable Throwable cause) {
        super("the server refused " + request + " with " + code + ": " + reason, cause);
        this.code = code;
        this.reason = reason;
    }

    /** The same refusal, for the thread that has asked. */
    RequestRefused again(String method) {
        return new RequestRefused(method, code, reason, this);
    }

    /** What the server says about it. */
    String reason() {
        return reason;
    }
}
