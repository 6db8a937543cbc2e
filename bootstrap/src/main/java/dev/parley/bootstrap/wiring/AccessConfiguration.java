package dev.parley.bootstrap.wiring;

import dev.parley.application.access.AdmitClient;
import dev.parley.application.access.CancelClientSession;
import dev.parley.application.access.OpenClientSession;
import dev.parley.application.access.RecogniseApiKey;
import dev.parley.application.access.SecretGenerator;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.access.ApiKeyRepository;
import dev.parley.domain.access.ClientSessionRepository;
import dev.parley.domain.account.AccountRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    private final UnitOfWork unitOfWork;
    private final ClientSessionRepository sessions;

    AccessConfiguration(UnitOfWork unitOfWork, ClientSessionRepository sessions) {
        this.unitOfWork = unitOfWork;
        this.sessions = sessions;
    }

    @Bean
    RecogniseApiKey recogniseApiKey(ApiKeyRepository keys, InstantSource clock) {
        return new RecogniseApiKey(unitOfWork, keys, clock);
    }

    @Bean
    OpenClientSession openClientSession(
            AccountRepository accounts, IdGenerator ids, SecretGenerator secrets, InstantSource clock) {
        return new OpenClientSession(unitOfWork, sessions, accounts, ids, secrets, clock);
    }

    @Bean
    CancelClientSession cancelClientSession(InstantSource clock) {
        return new CancelClientSession(unitOfWork, sessions, clock);
    }

    @Bean
    AdmitClient admitClient(InstantSource clock) {
        return new AdmitClient(unitOfWork, sessions, clock);
    }
}
