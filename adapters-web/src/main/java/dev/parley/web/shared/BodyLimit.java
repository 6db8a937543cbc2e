package dev.parley.web.shared;

import dev.parley.domain.shared.Words;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies over 1 MiB, or what else is allowed, whether their length was announced or not. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class BodyLimit extends OncePerRequestFilter {

    private static final long MAXIMUM_BYTES = 1024 * 1024;

    private final List<BodyAllowance> allowances;

    BodyLimit(List<BodyAllowance> allowances) {
        this.allowances = List.copyOf(allowances);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long maximum = maximum(request);
        if (request.getContentLengthLong() > maximum) {
            throw tooLarge(maximum);
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Limited(request, maximum) : request, response);
    }

    private long maximum(HttpServletRequest request) {
        return allowances.stream()
                .map(allowance -> allowance.bytesOf(request))
                .flatMapToLong(OptionalLong::stream)
                .findFirst()
                .orElse(MAXIMUM_BYTES);
    }

    private static RequestRefused tooLarge(long maximum) {
        String limit = maximum == MAXIMUM_BYTES ? "1 MiB" : maximum + " bytes";
        return new RequestRefused(Refusal.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "REQUEST_TOO_LARGE",
                Words.of("A request’s body may have at most {0}.", limit)));
    }

    /** A request that did not announce its body's length. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final long maximum;

        Limited(HttpServletRequest request, long maximum) {
            super(request);
            this.maximum = maximum;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), maximum);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long maximum;
        private long read;

        LimitedStream(ServletInputStream body, long maximum) {
            this.body = body;
            this.maximum = maximum;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > maximum) {
                throw tooLarge(maximum);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
