package dev.parley.persistence.shared;

import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A unit of work is a database transaction; this is the only place that begins, commits or rolls one back. */
@Component
final class JdbcUnitOfWork implements UnitOfWork {

    private static final Logger log = LoggerFactory.getLogger(JdbcUnitOfWork.class);

    private static final TransactionDefinition WRITING = new DefaultTransactionDefinition();
    private static final TransactionDefinition READING = readOnly();

    private final PlatformTransactionManager transactions;
    private final Counter commits;
    private final Counter rollbacks;

    JdbcUnitOfWork(PlatformTransactionManager transactions, MeterRegistry meters) {
        this.transactions = transactions;
        this.commits = meters.counter("parley.unit.commits");
        this.rollbacks = meters.counter("parley.unit.rollbacks");
    }

    @Override
    public <T> T execute(Supplier<T> work) {
        return inTransaction(WRITING, work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return inTransaction(READING, work);
    }

    private <T> T inTransaction(TransactionDefinition definition, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("units of work do not nest");
        }
        TransactionStatus transaction = begin(definition);
        T result;
        try {
            result = work.get();
        } catch (Throwable e) {
            rollBack(transaction, e);
            throw e;
        }
        commit(transaction);
        return result;
    }

    private TransactionStatus begin(TransactionDefinition definition) {
        try {
            return transactions.getTransaction(definition);
        } catch (TransactionException e) {
            throw SystemFailure.unavailable("connection", e);
        }
    }

    private void commit(TransactionStatus transaction) {
        try {
            transactions.commit(transaction);
            commits.increment();
        } catch (RuntimeException e) {
            rollbacks.increment();
            throw SystemFailure.unavailable("commit", e);
        }
    }

    private void rollBack(TransactionStatus transaction, Throwable cause) {
        rollbacks.increment();
        try {
            transactions.rollback(transaction);
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
            // Refusals keep no suppressed exception.
            if (cause.getSuppressed().length == 0) {
                log.warn("A unit of work that was refused could not be rolled back: {}", RootCause.of(e), e);
            }
        }
    }

    private static TransactionDefinition readOnly() {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setReadOnly(true);
        return definition;
    }
}
