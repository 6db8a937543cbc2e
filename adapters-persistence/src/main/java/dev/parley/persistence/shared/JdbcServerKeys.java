package dev.parley.persistence.shared;

import dev.parley.application.shared.ServerKeys;
import org.springframework.stereotype.Component;

/** Keys of all nodes, in the PostgreSQL that they share. */
@Component
final class JdbcServerKeys implements ServerKeys {

    private final SqlSteps statements;

    JdbcServerKeys(SqlSteps statements) {
        this.statements = statements;
    }

    @Override
    public byte[] getOrKeep(String name, byte[] candidate) {
        return statements.step("key.share", jdbc -> {
            jdbc.sql("insert into server_key (name, value) values (:name, :candidate) on conflict (name) do nothing")
                    .param("name", name)
                    .param("candidate", candidate)
                    .update();
            return jdbc.sql("select value from server_key where name = :name")
                    .param("name", name)
                    .query((row, number) -> row.getBytes("value"))
                    .single();
        });
    }
}
