package dev.parley.web.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The container's own platform threads. If one of them dies, the process would live on and serve nobody. */
final class ContainerThreads {

    private static final int MORE = 32;

    private ContainerThreads() {}

    /** Those of the names that no living thread has. */
    static List<String> gone(List<String> names) {
        ThreadGroup all = root();
        Thread[] threads = new Thread[all.activeCount() + MORE];
        all.enumerate(threads);
        Set<String> alive = Arrays.stream(threads)
                .filter(Objects::nonNull)
                .map(Thread::getName)
                .collect(Collectors.toSet());
        return names.stream().filter(name -> !alive.contains(name)).toList();
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
