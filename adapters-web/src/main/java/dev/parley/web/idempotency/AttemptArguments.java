package dev.parley.web.idempotency;

import dev.parley.application.idempotency.IdempotencyKeys;
import dev.parley.domain.idempotency.Fingerprint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import tools.jackson.databind.json.JsonMapper;

/** Gives controllers the {@link Attempt} that they ask for. */
@Component
final class AttemptArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final IdempotencyKeys keys;
    private final JsonMapper json;

    AttemptArguments(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Attempt.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        Attempt.Keyed keyed = KeyHeader.of(request)
                .map(key -> new Attempt.Keyed(key, fingerprint(request)))
                .orElse(null);
        return new Attempt(keys, json, response, keyed);
    }

    private static Fingerprint fingerprint(HttpServletRequest request) {
        return Fingerprint.of(request.getMethod() + " " + request.getRequestURI(), KeptBodies.of(request));
    }
}
