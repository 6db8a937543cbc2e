package dev.parley.web.idempotency;

import dev.parley.application.idempotency.IdempotencyKeys;
import dev.parley.domain.idempotency.Fingerprint;
import dev.parley.web.body.BodyStream;
import dev.parley.web.request.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives controllers the {@link IdempotentRequest} that they ask for. Before any of their arguments is read, the body of a
 * request with a key begins to feed a digest, so that it need not be kept.
 */
@Component
final class IdempotentRequestArguments implements HandlerMethodArgumentResolver, HandlerInterceptor, WebMvcConfigurer {

    private static final String DIGEST = IdempotentRequestArguments.class.getName();

    private final IdempotencyKeys keys;
    private final JsonMapper json;

    IdempotentRequestArguments(IdempotencyKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getHeader(KeyHeader.NAME) != null && takesAttempt(handler)) {
            MessageDigest digest = Fingerprint.digestOf(request.getMethod() + " " + RequestPath.of(request));
            BodyStream.of(request).ifPresent(body -> body.digestWith(digest));
            request.setAttribute(DIGEST, digest);
        }
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotentRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        IdempotentRequest.Keyed keyed = KeyHeader.of(request)
                .map(key -> new IdempotentRequest.Keyed(key, (MessageDigest) request.getAttribute(DIGEST)))
                .orElse(null);
        return new IdempotentRequest(keys, json, response, keyed);
    }

    private static boolean takesAttempt(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == IdempotentRequest.class);
    }
}
