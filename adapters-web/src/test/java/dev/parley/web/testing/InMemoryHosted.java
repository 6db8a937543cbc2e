package dev.parley.web.testing;

import dev.parley.application.access.AddApiKey;
import dev.parley.application.access.AdmitClient;
import dev.parley.application.access.CancelClientSession;
import dev.parley.application.access.OpenClientSession;
import dev.parley.application.access.RecogniseApiKey;
import dev.parley.application.access.RevokeApiKey;
import dev.parley.application.admin.DeleteThread;
import dev.parley.application.admin.ExportFeedback;
import dev.parley.application.admin.GetThread;
import dev.parley.application.admin.ListItems;
import dev.parley.application.admin.ListThreads;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.testing.CountingSecrets;
import dev.parley.application.testing.PortsUnderTest;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;

/** The use cases of the hosted API. No component, lest an application's scan finds it. */
class InMemoryHosted {

    private final PortsUnderTest ports;
    private final InstantSource clock;
    private final CountingSecrets secrets = new CountingSecrets();

    InMemoryHosted(PortsUnderTest ports, InstantSource clock) {
        this.ports = ports;
        this.clock = clock;
    }

    @Bean
    AddApiKey addApiKey() {
        return new AddApiKey(ports.unitOfWork(), ports.apiKeys(), secrets, clock);
    }

    @Bean
    RevokeApiKey revokeApiKey() {
        return new RevokeApiKey(ports.unitOfWork(), ports.apiKeys());
    }

    @Bean
    RecogniseApiKey recogniseApiKey() {
        return new RecogniseApiKey(ports.unitOfWork(), ports.apiKeys(), clock);
    }

    @Bean
    OpenClientSession openClientSession(IdGenerator ids) {
        return new OpenClientSession(ports.unitOfWork(), ports.clientSessions(), ports.accounts(), ids, secrets, clock);
    }

    @Bean
    CancelClientSession cancelClientSession() {
        return new CancelClientSession(ports.unitOfWork(), ports.clientSessions(), clock);
    }

    @Bean
    AdmitClient admitClient() {
        return new AdmitClient(ports.unitOfWork(), ports.clientSessions(), clock);
    }

    @Bean
    ListThreads listThreads() {
        return new ListThreads(ports.unitOfWork(), ports.threads());
    }

    @Bean
    GetThread getThread() {
        return new GetThread(ports.unitOfWork(), ports.threads());
    }

    @Bean
    DeleteThread deleteThread() {
        return new DeleteThread(ports.conversations(), ports.removal());
    }

    @Bean
    ListItems listItems() {
        return new ListItems(ports.unitOfWork(), ports.threads(), ports.history());
    }

    @Bean
    ExportFeedback exportFeedback() {
        return new ExportFeedback(ports.unitOfWork(), ports.feedback());
    }
}
