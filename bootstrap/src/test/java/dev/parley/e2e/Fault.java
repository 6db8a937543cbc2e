package dev.parley.e2e;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Something that goes wrong in one step of a request, of the run that it begins and of that run's tools. Steps are the units
 * of work that write, counted from 1 in the order in which they begin.
 */
final class Fault {

    /** The request header that asks for a fault: name, step and kind. */
    static final String HEADER = "X-Fault";

    private static final Map<String, Fault> ALL = new ConcurrentHashMap<>();
    private static final InheritableThreadLocal<@Nullable Fault> CURRENT = new InheritableThreadLocal<>();

    private final String name;
    private final int step;
    private final Kind kind;
    private final AtomicInteger steps = new AtomicInteger();

    /** What goes wrong. */
    enum Kind {
        /** The database cuts the connection before the commit. */
        CUT_BEFORE_COMMIT,
        /** The connection is lost behind the commit, so that nobody hears of it. */
        CUT_AFTER_COMMIT,
        /** It comes to a stand before the commit, to be killed there. */
        STAND_BEFORE_COMMIT,
        /** It comes to a stand behind the commit, before anybody hears of it. */
        STAND_AFTER_COMMIT
    }

    private Fault(String name, int step, Kind kind) {
        this.name = name;
        this.step = step;
        this.kind = kind;
    }

    /** What asks a server for a fault. */
    static String header(String name, int step, Kind kind) {
        return name + " " + step + " " + kind;
    }

    /** How many steps the request with this fault has taken so far. */
    static int stepsOf(String name) {
        Fault fault = ALL.get(name);
        return fault == null ? 0 : fault.steps.get();
    }

    /** The kind of the current thread's fault, if it is to happen in the step that begins now. */
    static @Nullable Fault begin() {
        Fault fault = CURRENT.get();
        return fault != null && fault.steps.incrementAndGet() == fault.step ? fault : null;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    /** Gives the thread of a request the fault that its header asks for; threads that it begins inherit it. */
    static final class Filter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String asked = request.getHeader(HEADER);
            if (asked == null) {
                chain.doFilter(request, response);
                return;
            }
            String[] parts = asked.split(" ", 3);
            Fault fault = new Fault(parts[0], Integer.parseInt(parts[1]), Kind.valueOf(parts[2]));
            ALL.put(parts[0], fault);
            CURRENT.set(fault);
            try {
                chain.doFilter(request, response);
            } finally {
                CURRENT.remove();
            }
        }
    }
}
