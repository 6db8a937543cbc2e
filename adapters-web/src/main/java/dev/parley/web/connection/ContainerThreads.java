package dev.parley.web.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The container's own platform threads. If one of them dies, the process would live on and serve nobody. */
final class ContainerThreads {

    private ContainerThreads() {}

    /** Those of the names that no living thread has. */
    static List<String> gone(List<String> names) {
        Set<String> alive = Arrays.stream(living(root())).map(Thread::getName).collect(Collectors.toSet());
        return names.stream().filter(name -> !alive.contains(name)).toList();
    }

    /** Those of the group and of its groups. Where there are as many as fit, some may be missing. */
    static Thread[] living(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 1];
        int count = group.enumerate(threads);
        while (count == threads.length) {
            threads = new Thread[2 * threads.length];
            count = group.enumerate(threads);
        }
        return Arrays.copyOf(threads, count);
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
