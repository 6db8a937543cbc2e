package dev.parley.persistence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void aNewDatabaseHasTheSchemaAndNoRows() {
        try (TestDatabase database = TestDatabase.create()) {
            assertThat(valueOf(database, "select count(*) from conversation")).isEqualTo("0");
        }
    }

    @Test
    void whatOneTestStoresAnotherDoesNotSee() {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase another = TestDatabase.create()) {
            JdbcClient.create(one.dataSource())
                    .sql("insert into account (id) values (gen_random_uuid())")
                    .update();

            assertThat(valueOf(another, "select count(*) from account")).isEqualTo("0");
        }
    }

    @Test
    void theServerKeepsWhatItCommits() {
        try (TestDatabase database = TestDatabase.create()) {
            assertThat(valueOf(database, "show fsync")).isEqualTo("on");
            assertThat(valueOf(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    private static String valueOf(TestDatabase database, String sql) {
        return JdbcClient.create(database.dataSource())
                .sql(sql)
                .query(String.class)
                .single();
    }
}
