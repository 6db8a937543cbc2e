package dev.parley.web.chatkit;

import dev.parley.domain.shared.InvalidRequest;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the controller the request that it asks for. More than a mebibyte is read only where what was read so far says that
 * it is a recording; no tree is made of any of it.
 */
@Component
final class ChatKitRequests implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String TRANSCRIBE = ChatKitOperation.name(ChatKitOperation.Transcribe.class);
    private static final int MAXIMUM_BYTES = 1024 * 1024;
    private static final HttpError TOO_LARGE = HttpError.of(RequestError.PARAMS_TOO_LARGE);

    private final JsonMapper json;

    ChatKitRequests(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ChatKitRequest.class;
    }

    /**
     * Reads the request.
     *
     * @throws InvalidRequest if it is null
     * @throws JacksonException if it is no JSON object in UTF-8, or its type no text
     * @throws HttpErrorException if it is longer than 1 MiB and no recording
     */
    @Override
    public ChatKitRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        byte[] bytes = bytes(request.getInputStream());
        Form form = json.readValue(bytes, Form.class);
        if (form == null) {
            throw new InvalidRequest("body", ChatKitError.MUST_BE_AN_OBJECT);
        }
        return new ChatKitRequest(form.type(), form.params(), form.metadata(), new Bytes(bytes));
    }

    private byte[] bytes(InputStream body) throws IOException {
        byte[] first = body.readNBytes(MAXIMUM_BYTES + 1);
        if (first.length <= MAXIMUM_BYTES) {
            return first;
        }
        if (!isRecording(first)) {
            throw new HttpErrorException(TOO_LARGE);
        }
        return new SequenceInputStream(new ByteArrayInputStream(first), body).readAllBytes();
    }

    /** Whether the type comes first of what is long, and is that of a recording. */
    private boolean isRecording(byte[] beginning) {
        try (JsonParser in = json.createParser(beginning)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isType = in.currentName().equals("type");
                JsonToken value = in.nextToken();
                if (isType) {
                    return value == JsonToken.VALUE_STRING && in.getString().equals(TRANSCRIBE);
                }
                in.skipChildren();
            }
            return false;
        } catch (JacksonException cutOffBefore) {
            return false;
        }
    }

    /** The request's members. */
    private record Form(
            @Nullable String type,
            @Nullable JsonSlice params,
            @Nullable JsonSlice metadata) {}
}
