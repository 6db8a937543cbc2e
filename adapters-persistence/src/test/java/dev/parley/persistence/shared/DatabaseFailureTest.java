package dev.parley.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.shared.FailureKind;
import dev.parley.persistence.testing.JdbcPorts;
import dev.parley.persistence.testing.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;

class DatabaseFailureTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcPorts ADAPTERS = JdbcPorts.over(DATABASE.dataSource());

    private final UnitOfWork unitOfWork = ADAPTERS.ports().unitOfWork();
    private final SqlSteps statements = ADAPTERS.part(SqlSteps.class);

    @AfterAll
    static void close() {
        ADAPTERS.close();
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40001", "40P01", "53300", "55P03", "57014", "57P01", "58030"})
    void aDatabaseThatCannotServeNowIsUnavailable(String state) {
        SystemFailure failure = failureOf("do $$ begin raise exception using errcode = '" + state + "'; end $$");

        assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(failure.step()).isEqualTo("some.step");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "selekt 1",
                "select * from nowhere",
                "select 1 / 0",
                "insert into account (id) values (null)",
                "insert into account (id, session_count) values (gen_random_uuid(), -1)",
                "insert into conversation (id, owner_id) values (gen_random_uuid(), gen_random_uuid())"
            })
    void aStatementThatIsWrongIsADefect(String sql) {
        SystemFailure failure = failureOf(sql);

        assertThat(failure.kind()).isEqualTo(FailureKind.INTERNAL);
        assertThat(failure.step()).isEqualTo("some.step");
    }

    @Test
    void aConnectionThatDiesInTheMiddleIsUnavailable() {
        SystemFailure failure = failureOf("select pg_terminate_backend(pg_backend_pid())");

        assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
        assertThat(failure.step()).isEqualTo("some.step");
    }

    @Test
    void theDatabasesWordCountsWhateverCausedIt() {
        SQLException readOnly = new SQLException("cannot execute", "25006", new IOException("reset"));
        DataAccessException failure = new UncategorizedSQLException("insert", "insert into t", readOnly);

        assertThat(DatabaseFailure.of("some.step", failure).kind()).isEqualTo(FailureKind.UNAVAILABLE);
    }

    @Test
    void theCauseIsKept() {
        assertThat(failureOf("select * from nowhere")).hasStackTraceContaining("relation \"nowhere\" does not exist");
    }

    private SystemFailure failureOf(String sql) {
        return catchThrowableOfType(
                SystemFailure.class,
                () -> unitOfWork.run(() -> statements.step(
                        "some.step",
                        jdbc -> jdbc.sql(sql).query((row, number) -> true).list())));
    }
}
