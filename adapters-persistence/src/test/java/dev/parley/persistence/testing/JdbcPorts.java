package dev.parley.persistence.testing;

import dev.parley.application.event.RunLog;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.ClientSessionRepository;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.attachment.AttachmentChunkRepository;
import dev.parley.domain.attachment.AttachmentRepository;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.ThreadDirectory;
import dev.parley.domain.feedback.FeedbackRepository;
import dev.parley.domain.history.HistoryRepository;
import dev.parley.domain.idempotency.IdempotencyRepository;
import dev.parley.domain.run.RunRepository;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.SignInRepository;
import dev.parley.domain.task.TaskRepository;
import dev.parley.domain.usage.UsageRepository;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The JDBC adapters over a data source, made as the application makes them but without the application. */
public final class JdbcPorts implements AutoCloseable {

    private final AnnotationConfigApplicationContext adapters = new AnnotationConfigApplicationContext();

    private JdbcPorts(DataSource dataSource) {
        adapters.getBeanFactory().registerSingleton("dataSource", dataSource);
        adapters.register(JdbcAdapters.class);
        adapters.scan("dev.parley.persistence");
        adapters.refresh();
    }

    /** The adapters over a migrated database. */
    public static JdbcPorts over(DataSource dataSource) {
        return new JdbcPorts(dataSource);
    }

    /** The adapters over a database without rows, which all callers share: each call empties it. */
    public static PortsUnderTest onEmptyStore() {
        Shared.JDBC.sql("delete from account").update();
        Shared.JDBC.sql("delete from api_key").update();
        Shared.JDBC.sql("delete from revoked_token").update();
        return Shared.PORTS;
    }

    /** The adapters of the ports. */
    public PortsUnderTest ports() {
        return new PortsUnderTest(
                part(UnitOfWork.class),
                part(ConversationRepository.class),
                part(RunRepository.class),
                part(RunLog.class),
                part(UsageRepository.class),
                part(TaskRepository.class),
                part(AttachmentRepository.class),
                part(AttachmentChunkRepository.class),
                part(AccountRepository.class),
                part(ApiKeyRepository.class),
                part(ClientSessionRepository.class),
                part(ThreadDirectory.class),
                part(IdempotencyRepository.class),
                part(FeedbackRepository.class),
                part(HistoryRepository.class),
                part(SignInRepository.class),
                part(RevokedTokenRepository.class),
                part(PasswordResetRepository.class));
    }

    /** The one part of this type that the adapters are made of. */
    public <T> T part(Class<T> type) {
        return adapters.getBean(type);
    }

    /** Ends the adapters; the data source stays open. */
    @Override
    public void close() {
        adapters.close();
    }

    /** Every row but an API key hangs from an account, so that without both nothing is left. */
    private static final class Shared {

        static final DataSource DATA_SOURCE = TestDatabase.create().dataSource();
        static final JdbcClient JDBC = JdbcClient.create(DATA_SOURCE);
        static final PortsUnderTest PORTS = over(DATA_SOURCE).ports();
    }
}
