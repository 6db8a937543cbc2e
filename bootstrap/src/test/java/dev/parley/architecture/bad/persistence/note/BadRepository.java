package dev.parley.architecture.bad.persistence.note;

import dev.parley.architecture.bad.assistant.note.BadAssistant;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Breaks the rules of persistence and of transactions. */
@Transactional
public abstract class BadRepository implements CrudRepository<String, String> {

    @Transactional
    abstract void annotated();

    abstract void begins(TransactionOperations transactions);

    abstract void assistant(BadAssistant neighbour);

    abstract void http(HttpServletRequest request);

    void commits(Connection connection) throws SQLException {
        connection.commit();
    }

    /** A row. */
    public record NoteRow(String text) {}
}
