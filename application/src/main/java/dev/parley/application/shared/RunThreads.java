package dev.parley.application.shared;

import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.slf4j.MDC;

/** Virtual threads for runs and their tools, which log under the request that began them. */
public final class RunThreads implements ThreadFactory {

    private final ThreadFactory threads;

    /**
     * Makes threads of a kind.
     *
     * @param name what their names begin with
     */
    public RunThreads(String name) {
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
