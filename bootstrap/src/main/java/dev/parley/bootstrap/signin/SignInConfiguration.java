package dev.parley.bootstrap.signin;

import dev.parley.application.access.SecretGenerator;
import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.account.PasswordHasher;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.signin.AccessTokens;
import dev.parley.application.signin.ChangePassword;
import dev.parley.application.signin.CheckToken;
import dev.parley.application.signin.EndSignIn;
import dev.parley.application.signin.ListSignIns;
import dev.parley.application.signin.LogIn;
import dev.parley.application.signin.LogOut;
import dev.parley.application.signin.OfferPasswordReset;
import dev.parley.application.signin.PasswordReplacement;
import dev.parley.application.signin.RecogniseClient;
import dev.parley.application.signin.RemoveExpiredSignIns;
import dev.parley.application.signin.ResetPassword;
import dev.parley.application.signin.SignInOpener;
import dev.parley.bootstrap.lifecycle.PeriodicWork;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.PasswordRules;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.domain.signin.RevokedTokenRepository;
import dev.parley.domain.signin.SignInRepository;
import dev.parley.web.token.TokenAccounts;
import dev.parley.web.token.TokenMemory;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    SignInConfiguration(UnitOfWork unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Bean
    TokenAccounts tokenAccounts(IdentifyAccount identifyAccount) {
        return new TokenAccounts(identifyAccount, clock);
    }

    @Bean
    TokenMemory tokenMemory(SignInRepository signIns, RevokedTokenRepository revoked, TokenAccounts tokenAccounts) {
        return new TokenMemory(new CheckToken(unitOfWork, signIns, revoked, clock), tokenAccounts, clock);
    }

    @Bean
    LogOut logOut(SignInRepository signIns, RevokedTokenRepository revoked) {
        return new LogOut(unitOfWork, signIns, revoked);
    }

    @Bean
    PeriodicWork signInRemoval(
            SignInRepository signIns,
            RevokedTokenRepository revoked,
            PasswordResetRepository resets,
            ErrorReporter journal) {
        RemoveExpiredSignIns removeExpiredSignIns =
                new RemoveExpiredSignIns(unitOfWork, signIns, revoked, resets, clock);
        return new PeriodicWork("sign_in.forget", PAUSE, removeExpiredSignIns::remove, journal);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("parley.auth.local-accounts")
    static class LocalAccounts {

        private final UnitOfWork unitOfWork;
        private final AccountRepository accounts;
        private final SignInRepository signIns;
        private final InstantSource clock;

        LocalAccounts(
                UnitOfWork unitOfWork, AccountRepository accounts, SignInRepository signIns, InstantSource clock) {
            this.unitOfWork = unitOfWork;
            this.accounts = accounts;
            this.signIns = signIns;
            this.clock = clock;
        }

        @Bean
        SignInOpener signInOpener(AccessTokens tokens, IdGenerator ids) {
            return new SignInOpener(signIns, tokens, ids, clock);
        }

        @Bean
        LogIn logIn(PasswordHasher hasher, SignInOpener opener) {
            return new LogIn(unitOfWork, accounts, hasher, opener);
        }

        @Bean
        RecogniseClient recogniseClient() {
            return new RecogniseClient(unitOfWork, signIns);
        }

        @Bean
        ListSignIns listSignIns() {
            return new ListSignIns(unitOfWork, signIns, clock);
        }

        @Bean
        EndSignIn endSignIn() {
            return new EndSignIn(unitOfWork, signIns);
        }

        @Bean
        PasswordReplacement passwordReplacement(SignInOpener opener) {
            return new PasswordReplacement(accounts, signIns, opener, clock);
        }

        @Bean
        ChangePassword changePassword(PasswordRules rules, PasswordHasher hasher, PasswordReplacement replacement) {
            return new ChangePassword(unitOfWork, accounts, rules, hasher, replacement);
        }

        @Bean
        OfferPasswordReset offerPasswordReset(PasswordResetRepository resets, SecretGenerator secrets) {
            return new OfferPasswordReset(unitOfWork, accounts, resets, secrets, clock);
        }

        @Bean
        ResetPassword resetPassword(
                PasswordResetRepository resets,
                PasswordRules rules,
                PasswordHasher hasher,
                PasswordReplacement replacement) {
            return new ResetPassword(unitOfWork, accounts, resets, rules, hasher, replacement, clock);
        }
    }
}
