package dev.parley.architecture.bad.persistence.note;

import dev.parley.architecture.bad.assistant.note.BadAssistant;
import dev.parley.architecture.bad.domain.note.BadEntity.Note;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import java.sql.ResultSet;
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

    Note note(ResultSet row) throws SQLException {
        return new Note(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    /** A row. */
    public record NoteRow(String text) {}
}
