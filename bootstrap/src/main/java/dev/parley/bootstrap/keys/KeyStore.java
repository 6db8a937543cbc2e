package dev.parley.bootstrap.keys;

import dev.parley.application.access.AddApiKey;
import dev.parley.application.access.ListApiKeys;
import dev.parley.application.access.RevokeApiKey;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.bootstrap.database.DatabaseAccess;
import dev.parley.bootstrap.database.DatabaseRefusal;
import dev.parley.bootstrap.settings.StartRefused;
import dev.parley.bootstrap.wiring.RandomSecrets;
import dev.parley.domain.access.ApiKeyRepository;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The use cases of API keys over one connection, without the server around them. */
final class KeyStore implements AutoCloseable {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private final SingleConnectionDataSource connection;
    private final AnnotationConfigApplicationContext adapters;

    private KeyStore(SingleConnectionDataSource connection) {
        this.connection = connection;
        this.adapters = new AnnotationConfigApplicationContext();
        adapters.getBeanFactory().registerSingleton("dataSource", connection);
        adapters.register(KeyAdapters.class);
        adapters.scan("dev.parley.persistence");
        adapters.refresh();
    }

    /**
     * Connects to a database.
     *
     * @throws StartRefused if it cannot be reached, or has no keys yet
     */
    static KeyStore in(DatabaseAccess access) {
        try {
            Connection connection = access.connect();
            if (!hasKeys(connection)) {
                connection.close();
                throw new StartRefused("PostgreSQL at " + access.place()
                        + " has not the schema of this build yet; start Parley once, it makes it.");
            }
            return new KeyStore(new SingleConnectionDataSource(connection, true));
        } catch (SQLException e) {
            throw new StartRefused(DatabaseRefusal.of(access, e), e);
        }
    }

    AddApiKey add() {
        Clock clock = Clock.tick(Clock.systemUTC(), MICROSECOND);
        return new AddApiKey(unitOfWork(), keys(), new RandomSecrets(new SecureRandom()), clock);
    }

    ListApiKeys list() {
        return new ListApiKeys(unitOfWork(), keys());
    }

    RevokeApiKey revoke() {
        return new RevokeApiKey(unitOfWork(), keys());
    }

    @Override
    public void close() {
        adapters.close();
        connection.destroy();
    }

    private UnitOfWork unitOfWork() {
        return adapters.getBean(UnitOfWork.class);
    }

    private ApiKeyRepository keys() {
        return adapters.getBean(ApiKeyRepository.class);
    }

    private static boolean hasKeys(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('api_key') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
