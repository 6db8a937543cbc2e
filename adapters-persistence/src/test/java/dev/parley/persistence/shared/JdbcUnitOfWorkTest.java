package dev.parley.persistence.shared;

import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.shared.FailureKind;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcUnitOfWorkTest {

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final JdbcPorts adapters = JdbcPorts.over(database.dataSource());
    private final PortsUnderTest ports = adapters.ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final Conversation conversation = conversationOf(someone());

    @AfterEach
    void close() {
        adapters.close();
        database.close();
    }

    @Test
    void aFailingCommitIsTheStepThatFailed() {
        letCommitsFail();

        SystemFailure failure = failureOf(this::addConversation);

        assertThat(failure.step()).isEqualTo("commit");
        assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(failure).hasStackTraceContaining("refused at commit");
    }

    @Test
    void aFailingCommitStoresNothing() {
        letCommitsFail();

        failureOf(this::addConversation);

        assertThat(rows("conversation")).isZero();
        assertThat(rows("account")).isZero();
    }

    @Test
    void aFailingCommitCountsAsRollback() {
        letCommitsFail();

        failureOf(this::addConversation);

        assertThat(counted("parley.unit.commits")).isZero();
        assertThat(counted("parley.unit.rollbacks")).isEqualTo(1);
    }

    @Test
    void commitsAndRollbacksAreCounted() {
        addConversation();
        unitOfWork.read(() -> ports.conversations().find(conversation.id()));
        assertThatThrownBy(() -> unitOfWork.run(() -> {
                    throw new IllegalArgumentException("refused");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(counted("parley.unit.commits")).isEqualTo(2);
        assertThat(counted("parley.unit.rollbacks")).isEqualTo(1);
    }

    @Test
    void aStatementThatFailsTakesTheOneBeforeBack() {
        SystemFailure failure = failureOf(() -> unitOfWork.run(() -> {
            ports.conversations().add(conversation, 10);
            ports.conversations().add(conversation, 10);
        }));

        assertThat(failure.step()).isEqualTo("session.insert");
        assertThat(failure.kind()).isEqualTo(FailureKind.INTERNAL);
        assertThat(rows("conversation")).isZero();
        assertThat(rows("account")).isZero();
    }

    @Test
    void aReadUnitCannotWrite() {
        SystemFailure failure = failureOf(() -> unitOfWork.read(() -> {
            ports.conversations().add(conversation, 10);
            return true;
        }));

        assertThat(failure.step()).isEqualTo("session.insert");
        assertThat(rows("conversation")).isZero();
    }

    @Test
    void aUnitWritesAfterAReadUnitOnTheSameConnection() {
        unitOfWork.read(() -> ports.conversations().find(conversation.id()));

        addConversation();

        assertThat(rows("conversation")).isEqualTo(1);
    }

    private void addConversation() {
        unitOfWork.run(() -> ports.conversations().add(conversation, 10));
    }

    private void letCommitsFail() {
        jdbc.sql("""
                        create function refuse() returns trigger language plpgsql
                        as $$ begin raise exception 'refused at commit'; end $$""").update();
        jdbc.sql("""
                        create constraint trigger refuse after insert on conversation
                        deferrable initially deferred for each row execute function refuse()""").update();
    }

    private static SystemFailure failureOf(Runnable unit) {
        SystemFailure failure = catchThrowableOfType(SystemFailure.class, unit::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private double counted(String meter) {
        return adapters.part(MeterRegistry.class).get(meter).counter().count();
    }
}
