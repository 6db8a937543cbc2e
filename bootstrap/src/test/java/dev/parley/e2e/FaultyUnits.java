package dev.parley.e2e;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The units of work of a node, in which things go wrong where a test asks for it. */
final class FaultyUnits implements UnitOfWork {

    /** The name of the thread that writes batches to the log, and of the file that tells that it has come to a stand. */
    static final String LOG_WRITER = "run.log";

    private final UnitOfWork units;
    private final JdbcClient jdbc;
    private final AtomicReference<Fault.@Nullable Kind> ofLogWriter = new AtomicReference<>();

    private FaultyUnits(UnitOfWork units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /** The next batch that is written to the log comes to a stand. */
    void standInNextBatch(Fault.Kind kind) {
        ofLogWriter.set(kind);
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        Fault.Kind batch = Thread.currentThread().getName().equals(LOG_WRITER) ? ofLogWriter.getAndSet(null) : null;
        if (batch != null) {
            return execute(work, batch, LOG_WRITER);
        }
        Fault fault = Fault.begin();
        return fault == null ? units.execute(work) : execute(work, fault.kind(), fault.name());
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return units.read(work);
    }

    private <T> T execute(Supplier<T> work, Fault.Kind kind, String name) {
        return switch (kind) {
            case CUT_BEFORE_COMMIT ->
                units.execute(() -> {
                    T result = work.get();
                    cut();
                    return result;
                });
            case CUT_AFTER_COMMIT -> {
                T unused = units.execute(work);
                throw SystemFailure.unavailable("commit", new IllegalStateException("nobody heard of " + unused));
            }
            case STAND_BEFORE_COMMIT ->
                units.execute(() -> {
                    T result = work.get();
                    stand(name);
                    return result;
                });
            case STAND_AFTER_COMMIT -> {
                T result = units.execute(work);
                stand(name);
                yield result;
            }
        };
    }

    /** Ends the connection of the current unit, as an administrator or a failover does. */
    private void cut() {
        try {
            jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().listOfRows();
        } catch (DataAccessException e) {
            return;
        }
        throw new IllegalStateException("the connection outlived its end");
    }

    private static void stand(String name) {
        try {
            Files.createFile(Path.of(name));
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts them in front of the real ones. */
    @Configuration(proxyBeanMethods = false)
    static class Wiring {

        @Bean
        @Primary
        FaultyUnits faultyUnits(@Qualifier("jdbcUnitOfWork") UnitOfWork units, JdbcClient jdbc) {
            return new FaultyUnits(units, jdbc);
        }

        @Bean
        Fault.Filter faultFilter() {
            return new Fault.Filter();
        }
    }
}
