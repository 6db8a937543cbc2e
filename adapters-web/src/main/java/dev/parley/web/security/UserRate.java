package dev.parley.web.security;

import dev.parley.domain.account.AccountId;
import dev.parley.web.http.LogContext;
import dev.parley.web.rate.Buckets;
import dev.parley.web.rate.Rate;
import dev.parley.web.rate.RequestLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Once the caller is known: names the user in the log, and counts the requests of the user, or of the user's chat client.
 */
final class UserRate extends OncePerRequestFilter {

    private static final RequestMatcher OPERATING =
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/**");
    private static final RequestMatcher SIGN_INS =
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/auth/**");

    private final Rate users;
    private final Rate signIns;
    private final Rate clients;
    private final RequestLimits limits;

    UserRate(RequestLimits limits, Buckets buckets) {
        this.users = Rate.ofSetting("user", buckets);
        this.signIns = Rate.ofSetting("sign-in", buckets);
        this.clients = new Rate("session", buckets);
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<AccountId> caller = Caller.current();
        caller.ifPresent(LogContext.USER::put);
        if (caller.isPresent() && !isOperating(request)) {
            take(caller.get(), request).forEach(response::setHeader);
        }
        chain.doFilter(request, response);
    }

    /** What watches Parley asks all day, and may. */
    private static boolean isOperating(HttpServletRequest request) {
        return OPERATING.matches(request) && Caller.isAdministrator();
    }

    /**
     * A chat client has a rate of its own, which the server that let it in has set. And requests about sign-ins are counted for
     * each sign-in, so that whoever has stolen a token cannot keep its owner from ending it.
     */
    private Map<String, String> take(AccountId caller, HttpServletRequest request) {
        return Caller.client()
                .map(session -> clients.take(session.id(), session.requestsPerMinute()))
                .orElseGet(() -> SIGN_INS.matches(request)
                        ? signIns.take(caller + " " + Caller.signIn(), limits.requestsPerMinute())
                        : users.take(caller, limits.requestsPerMinute()));
    }
}
