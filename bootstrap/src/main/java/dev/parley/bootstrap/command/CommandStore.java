package dev.parley.bootstrap.command;

import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.bootstrap.database.DatabaseErrorText;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The use cases over one connection, without the server around them. */
public final class CommandStore implements AutoCloseable {

    private final SingleConnectionDataSource connection;
    private final AnnotationConfigApplicationContext adapters;

    private CommandStore(SingleConnectionDataSource connection) {
        this.connection = connection;
        this.adapters = new AnnotationConfigApplicationContext();
        adapters.getBeanFactory().registerSingleton("dataSource", connection);
        adapters.register(CommandAdapters.class);
        adapters.scan("dev.parley.persistence");
        adapters.refresh();
    }

    /**
     * Connects to a database.
     *
     * @param table that the command works with
     * @param column of the table, without which the command cannot work
     * @throws InvalidConfigurationException if it cannot be reached, or has not the column yet
     */
    public static CommandStore in(DatabaseAccess access, String table, String column) {
        try {
            Connection connection = access.connect();
            if (!has(connection, table, column)) {
                connection.close();
                throw new InvalidConfigurationException("PostgreSQL at " + access.place()
                        + " has not the schema of this build yet; start Parley once, it makes it.");
            }
            return new CommandStore(new SingleConnectionDataSource(connection, true));
        } catch (SQLException e) {
            throw new InvalidConfigurationException(DatabaseErrorText.of(access, e), e);
        }
    }

    /** The use case of this type. */
    public <T> T useCase(Class<T> type) {
        return adapters.getBean(type);
    }

    @Override
    public void close() {
        adapters.close();
        connection.destroy();
    }

    private static boolean has(Connection connection, String table, String column) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select exists (select from pg_attribute where attrelid = to_regclass(?) and attname = ?)")) {
            statement.setString(1, table);
            statement.setString(2, column);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
