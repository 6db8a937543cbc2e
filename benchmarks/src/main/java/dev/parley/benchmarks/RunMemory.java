package dev.parley.benchmarks;

import dev.parley.benchmarks.server.Server;
import java.io.IOException;
import java.util.List;

/**
 * The memory of all nodes.
 *
 * @param resident in KiB
 * @param heap in KiB, without garbage
 */
record RunMemory(double resident, double heap) {

    /** Looks after a full collection, so that what was warmed up does not count; stops the nodes for a moment. */
    static RunMemory atRest(List<Server> nodes) throws IOException, InterruptedException {
        double heap = heap(nodes);
        return new RunMemory(resident(nodes), heap);
    }

    /** Looks at what the processes hold with all their garbage, and then at the heap; stops the nodes for a moment. */
    static RunMemory atWork(List<Server> nodes) throws IOException, InterruptedException {
        double resident = resident(nodes);
        return new RunMemory(resident, heap(nodes));
    }

    /** What each of some runs has added. */
    RunMemory since(RunMemory before, int runs) {
        return new RunMemory((resident - before.resident) / runs, (heap - before.heap) / runs);
    }

    private static double resident(List<Server> nodes) throws IOException {
        double resident = 0;
        for (Server node : nodes) {
            resident += node.residentKilobytes();
        }
        return resident;
    }

    private static double heap(List<Server> nodes) throws IOException, InterruptedException {
        double heap = 0;
        for (Server node : nodes) {
            heap += node.liveHeapKilobytes();
        }
        return heap;
    }
}
