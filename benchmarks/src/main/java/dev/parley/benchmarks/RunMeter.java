package dev.parley.benchmarks;

import dev.parley.benchmarks.server.Server;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Reads what has been used and done, before and after a time in which is measured. */
record RunMeter(List<Server> nodes, Database database, PacedModel model, RunReader.Measured measured) {

    Reading read() throws SQLException {
        return new Reading(
                System.nanoTime(),
                nodes.stream().map(Server::cpu).reduce(Duration.ZERO, Duration::plus),
                ProcessHandle.current().info().totalCpuDuration().orElseThrow(),
                database.work(),
                measured.read(),
                model.speaking());
    }

    /**
     * What there was at a time.
     *
     * @param nanos the time
     * @param servers the processor time of all nodes
     * @param generator the processor time of this process
     * @param read how many tokens were read
     * @param speaking how many runs were answered
     */
    record Reading(long nanos, Duration servers, Duration generator, Database.Work database, long read, int speaking) {

        Rates since(Reading before) {
            double seconds = (nanos - before.nanos) / 1e9;
            return new Rates(
                    cores(servers, before.servers, seconds),
                    cores(database.cpu(), before.database.cpu(), seconds),
                    cores(generator, before.generator, seconds),
                    (database.commits() - before.database.commits()) / seconds,
                    (database.logRows() - before.database.logRows()) / seconds,
                    (read - before.read) / seconds,
                    Math.min(speaking, before.speaking));
        }

        private static double cores(Duration now, Duration before, double seconds) {
            return now.minus(before).toNanos() / 1e9 / seconds;
        }
    }

    /**
     * What happened in a second.
     *
     * @param servers how many processors' worth of time all nodes used; the next two alike
     * @param speaking how many runs were answered at the begin and at the end at the least
     */
    record Rates(
            double servers,
            double database,
            double generator,
            double commits,
            double logRows,
            double tokens,
            int speaking) {}
}
