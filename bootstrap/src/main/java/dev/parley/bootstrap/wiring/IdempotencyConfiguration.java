package dev.parley.bootstrap.wiring;

import dev.parley.application.account.StorageQuota;
import dev.parley.application.idempotency.ForgetKeys;
import dev.parley.application.idempotency.IdempotencyKeys;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.bootstrap.lifecycle.PeriodicWork;
import dev.parley.domain.idempotency.IdempotencyRepository;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    @Bean
    IdempotencyKeys idempotencyKeys(IdempotencyRepository outcomes, InstantSource clock, StorageQuota quota) {
        return new IdempotencyKeys(outcomes, clock, quota);
    }

    @Bean
    ForgetKeys forgetKeys(UnitOfWork unitOfWork, IdempotencyRepository outcomes, InstantSource clock) {
        return new ForgetKeys(unitOfWork, outcomes, clock);
    }

    @Bean
    PeriodicWork keyRemoval(ForgetKeys forgetKeys, ErrorReporter journal) {
        return new PeriodicWork("idempotency.forget", PAUSE, forgetKeys::forget, journal);
    }
}
