package dev.parley.bootstrap.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How to connect to a database.
 *
 * @param url the JDBC address
 * @param username null where the address or the driver's defaults tell it
 * @param password null where none is needed
 */
public record DatabaseAccess(
        String url, @Nullable String username, @Nullable String password) {

    /**
     * Opens a connection that gives up on a database that does not answer.
     *
     * @throws SQLException if there is no connection to be had
     */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }

    /** Opens such a connection on each call; it has no pool. */
    public DataSource dataSource() {
        DriverManagerDataSource source = new DriverManagerDataSource(url);
        source.setConnectionProperties(properties());
        return source;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("ApplicationName", "parley");
        properties.setProperty("tcpKeepAlive", "true");
        // The detail of an error holds values of rows.
        properties.setProperty("logServerErrorDetail", "false");
        if (username != null) {
            properties.setProperty("user", username);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    /** The address without its parameters, which may hold a password. */
    public String place() {
        return url.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + place() + "]";
    }
}
