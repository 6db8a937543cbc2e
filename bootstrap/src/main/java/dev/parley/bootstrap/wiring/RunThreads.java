package dev.parley.bootstrap.wiring;

import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.slf4j.MDC;

/** Virtual threads for runs, which log under the request that began them. */
final class RunThreads implements ThreadFactory {

    private final ThreadFactory threads = Thread.ofVirtual().name("run-", 0).factory();

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
