package dev.parley.application.shared;

import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.slf4j.MDC;

/** Virtual threads, which log under the request that began them. */
public final class RequestThreads implements ThreadFactory {

    private final ThreadFactory threads;

    /**
     * Makes threads of a kind.
     *
     * @param name what their names begin with
     */
    public RequestThreads(String name) {
        this.threads = Thread.ofVirtual().name(name, 0).factory();
    }

    @Override
    public Thread newThread(Runnable run) {
        Map<String, String> request = MDC.getCopyOfContextMap();
        return threads.newThread(() -> {
            if (request != null) {
                MDC.setContextMap(request);
            }
            run.run();
        });
    }
}
