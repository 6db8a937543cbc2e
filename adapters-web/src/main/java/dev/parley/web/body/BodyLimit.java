package dev.parley.web.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request that has a body its {@link BodyStream}, and refuses bodies over 1 MiB, or what else is allowed, whether
 * their length was announced or not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class BodyLimit extends OncePerRequestFilter {

    private final List<BodyAllowance> allowances;

    BodyLimit(List<BodyAllowance> allowances) {
        this.allowances = List.copyOf(allowances);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long announced = request.getContentLengthLong();
        if (announced == 0) {
            chain.doFilter(request, response);
            return;
        }
        long maximum = maximum(request);
        if (announced > maximum) {
            throw BodyStream.tooLarge(maximum);
        }
        chain.doFilter(new Limited(request, BodyStream.attachedTo(request, maximum, System::nanoTime)), response);
    }

    private long maximum(HttpServletRequest request) {
        return allowances.stream()
                .map(allowance -> allowance.bytesOf(request))
                .flatMapToLong(OptionalLong::stream)
                .findFirst()
                .orElse(BodyStream.DEFAULT_MAXIMUM_BYTES);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final BodyStream body;

        Limited(HttpServletRequest request, BodyStream body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
    }
}
