package dev.parley.bootstrap.wiring;

import dev.parley.application.account.GetAccount;
import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.account.PasswordHasher;
import dev.parley.application.account.RegisterAccount;
import dev.parley.application.account.StorageQuota;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.PasswordRules;
import dev.parley.web.password.CommonPasswords;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    GetAccount getAccount(UnitOfWork unitOfWork, AccountRepository accounts, InstantSource clock) {
        return new GetAccount(unitOfWork, accounts, clock);
    }

    @Bean
    IdentifyAccount identifyAccount(
            UnitOfWork unitOfWork, AccountRepository accounts, IdGenerator ids, InstantSource clock) {
        return new IdentifyAccount(unitOfWork, accounts, ids, clock);
    }

    @Bean
    StorageQuota storageQuota(AccountRepository accounts, Settings settings) {
        return new StorageQuota(accounts, settings.storage().bytesOfUser());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("parley.auth.local-accounts")
    static class LocalAccounts {

        @Bean
        PasswordRules passwordRules() {
            return new PasswordRules(new CommonPasswords()::contains);
        }

        @Bean
        RegisterAccount registerAccount(
                UnitOfWork unitOfWork,
                AccountRepository accounts,
                PasswordRules rules,
                PasswordHasher hasher,
                IdGenerator ids,
                InstantSource clock) {
            return new RegisterAccount(unitOfWork, accounts, rules, hasher, ids, clock);
        }
    }
}
