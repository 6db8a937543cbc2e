package dev.parley.web.history;

import dev.parley.domain.account.AccountId;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.ConcurrencyLimit;
import dev.parley.web.request.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a user read four histories, or pages of one, at a time on a node. A permit is held until the answer is written, or its
 * client is gone.
 */
@Component
public final class HistoryPermits implements WebMvcConfigurer {

    private static final int AT_A_TIME = 4;
    private static final String HOLDER = HistoryPermits.class.getName();
    private static final String RETRY_SECONDS = "1";

    private static final HttpError TOO_MANY =
            HttpError.of(RequestError.HISTORY_LIMIT, AT_A_TIME).with(Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));

    private final ConcurrencyLimit<AccountId> reading = new ConcurrencyLimit<>(AT_A_TIME);

    /**
     * Takes a permit for the rest of the request.
     *
     * @throws HttpErrorException if the user has four
     */
    public void take(AccountId user, HttpServletRequest request) {
        if (!reading.tryBegin(user)) {
            throw new HttpErrorException(TOO_MANY);
        }
        request.setAttribute(HOLDER, user);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new Return());
    }

    private final class Return implements HandlerInterceptor {

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
            if (request.getAttribute(HOLDER) instanceof AccountId user) {
                request.removeAttribute(HOLDER);
                reading.end(user);
            }
        }
    }
}
