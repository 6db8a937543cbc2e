package dev.parley.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Believes trusted proxies, and nobody else, for whom they forward a request: client, scheme, host and prefix are then theirs.
 * {@code X-Forwarded-For} is preferred to {@code Forwarded}, because most proxies pass on what they do not know. What was
 * sent in these headers is seen by nothing behind this filter.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
final class ForwardedHeaders extends OncePerRequestFilter {

    private static final Set<String> HIDDEN = Set.of(
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-proto",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-prefix",
            "x-forwarded-ssl");

    private final TrustedProxies proxies;
    private final ForwardedHeaderFilter spring = new ForwardedHeaderFilter();

    ForwardedHeaders(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        InetAddress peer = ClientNetwork.literal(request.getRemoteAddr());
        if (peer == null || !proxies.contain(peer)) {
            chain.doFilter(new Forwarded(request, null), response);
        } else {
            spring.doFilter(new Forwarded(request, hop(request, peer)), response, chain);
        }
    }

    private ForwardedHop hop(HttpServletRequest request, InetAddress peer) {
        ForwardedHop.Values values = name -> values(request, name);
        List<String> standard = values.of(ForwardedHop.FORWARDED);
        return standard.isEmpty() || !values.of(ForwardedHop.FOR).isEmpty()
                ? ForwardedHop.of(peer, proxies::contain, values)
                : ForwardedHop.ofStandard(peer, proxies::contain, String.join(",", standard));
    }

    private static List<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** A request as its client sent it, as far as that is known. */
    private static final class Forwarded extends HttpServletRequestWrapper {

        private final @Nullable ForwardedHop hop;

        Forwarded(HttpServletRequest request, @Nullable ForwardedHop hop) {
            super(request);
            this.hop = hop;
        }

        @Override
        public String getRemoteAddr() {
            return hop == null ? super.getRemoteAddr() : hop.client().getHostAddress();
        }

        @Override
        public String getRemoteHost() {
            return hop == null ? super.getRemoteHost() : getRemoteAddr();
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? trustedHeaders().get(name) : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (!isHidden(name)) {
                return super.getHeaders(name);
            }
            String value = trustedHeaders().get(name);
            return Collections.enumeration(value == null ? List.of() : List.of(value));
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            List<String> names = Collections.list(super.getHeaderNames());
            names.removeIf(Forwarded::isHidden);
            names.addAll(trustedHeaders().keySet());
            return Collections.enumeration(names);
        }

        private Map<String, String> trustedHeaders() {
            return hop == null ? Map.of() : hop.headers();
        }

        private static boolean isHidden(String name) {
            return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
