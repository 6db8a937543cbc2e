package dev.parley.assistant.openai;

import dev.parley.assistant.openai.ModelFailed.Reason;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finds the error that some providers answer with status 200, and which the library takes for a stream of no events. */
final class ErrorInsteadOfStream {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long MAXIMUM_BYTES = 64L * 1024;

    /** Lets everything else pass unread. */
    static final Interceptor INTERCEPTOR = chain -> checked(chain.proceed(chain.request()));

    private ErrorInsteadOfStream() {}

    private static Response checked(Response response) throws IOException {
        if (!response.isSuccessful() || !beginsAnObject(response.body())) {
            return response;
        }
        String body = response.peekBody(MAXIMUM_BYTES).string();
        if (isError(body)) {
            response.close();
            throw new ModelFailed(Reason.ERROR_IN_STREAM, new IOException("the provider answered " + body));
        }
        return response;
    }

    /** No stream of events begins like that: its first line is a field or a comment. */
    private static boolean beginsAnObject(@Nullable ResponseBody body) throws IOException {
        if (body == null) {
            return false;
        }
        BufferedSource start = body.source().peek();
        while (!start.exhausted()) {
            byte next = start.readByte();
            if (!Character.isWhitespace(next)) {
                return next == '{';
            }
        }
        return false;
    }

    private static boolean isError(String body) {
        try {
            return JSON.readTree(body).hasNonNull("error");
        } catch (JacksonException e) {
            return false;
        }
    }
}
