package dev.parley.assistant.mcp;

import org.jspecify.annotations.Nullable;

/** The server has answered a request with an error of JSON-RPC 2.0, section 5.1. */
final class JsonRpcErrorException extends RuntimeException {

    private final int code;
    private final String reason;

    JsonRpcErrorException(int code, String reason) {
        this("a request", code, reason, null);
    }

    private JsonRpcErrorException(String request, int code, String reason, @Nullable Throwable cause) {
        super("the server refused " + request + " with " + code + ": " + reason, cause);
        this.code = code;
        this.reason = reason;
    }

    /** The same refusal, for the thread that has asked. */
    JsonRpcErrorException again(String method) {
        return new JsonRpcErrorException(method, code, reason, this);
    }

    /** What the server says about it. */
    String reason() {
        return reason;
    }
}
