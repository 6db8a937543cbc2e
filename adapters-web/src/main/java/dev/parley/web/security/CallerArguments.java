package dev.parley.web.security;

import dev.parley.application.attachment.AttachmentAccess;
import dev.parley.application.signin.PresentedToken;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.run.Requester;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controllers the caller's account where they ask for an {@link AccountId}, the caller's token where they ask for a
 * {@link PresentedToken}, and the caller's right to attachments where
 * they ask for an {@link AttachmentAccess}, and who the caller is to others where they ask for a {@link Requester}; none ever comes from what the request says.
 */
@Component
final class CallerArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final RequesterClaims claims;

    CallerArguments(RequesterClaims claims) {
        this.claims = claims;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AccountId.class
                || parameter.getParameterType() == PresentedToken.class
                || parameter.getParameterType() == Requester.class
                || parameter.getParameterType() == AttachmentAccess.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == PresentedToken.class) {
            return Caller.token()
                    .orElseThrow(() -> new IllegalStateException("an endpoint without token asks for one"));
        }
        if (parameter.getParameterType() == Requester.class) {
            return Caller.requester(claims)
                    .orElseThrow(() -> new IllegalStateException("an endpoint without caller asks who it is"));
        }
        boolean isAccess = parameter.getParameterType() == AttachmentAccess.class;
        if (isAccess && SignedAddressFilter.isSigned(request.getNativeRequest(HttpServletRequest.class))) {
            return new AttachmentAccess.SignedAddress();
        }
        AccountId caller = Caller.current()
                .orElseThrow(() -> new IllegalStateException("an endpoint without caller asks for one"));
        return isAccess ? new AttachmentAccess.Caller(caller) : caller;
    }
}
