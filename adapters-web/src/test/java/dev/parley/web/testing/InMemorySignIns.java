package dev.parley.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.account.PasswordHasher;
import dev.parley.application.account.RegisterAccount;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.signin.ChangePassword;
import dev.parley.application.signin.CheckToken;
import dev.parley.application.signin.EndSignIn;
import dev.parley.application.signin.ListSignIns;
import dev.parley.application.signin.LogIn;
import dev.parley.application.signin.LogOut;
import dev.parley.application.signin.OfferPasswordReset;
import dev.parley.application.signin.PasswordReplacement;
import dev.parley.application.signin.RecogniseClient;
import dev.parley.application.signin.ResetPassword;
import dev.parley.application.signin.SignInOpener;
import dev.parley.application.testing.CountingSecrets;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.account.PasswordRules;
import dev.parley.web.password.BcryptPasswordHasher;
import dev.parley.web.password.CommonPasswords;
import dev.parley.web.security.HmacAccessTokens;
import dev.parley.web.token.TokenAccounts;
import dev.parley.web.token.TokenMemory;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;

/** Local accounts, their passwords and sign-ins, in memory. */
class InMemorySignIns {

    private final PortsUnderTest ports;
    private final InstantSource clock = InstantSource.system();
    private final PasswordRules rules = new PasswordRules(new CommonPasswords()::contains);
    private final SignInOpener opener;
    private final PasswordReplacement replacement;

    InMemorySignIns(PortsUnderTest ports, IdGenerator ids) {
        this.ports = ports;
        this.opener =
                new SignInOpener(ports.signIns(), new HmacAccessTokens(Tokens.SECRET.getBytes(UTF_8)), ids, clock);
        this.replacement = new PasswordReplacement(ports.accounts(), ports.signIns(), opener, clock);
    }

    @Bean
    TokenAccounts tokenAccounts(IdentifyAccount identifyAccount) {
        return new TokenAccounts(identifyAccount, clock);
    }

    @Bean
    TokenMemory tokenMemory(TokenAccounts accounts) {
        CheckToken checkToken = new CheckToken(ports.unitOfWork(), ports.signIns(), ports.revokedTokens(), clock);
        return new TokenMemory(checkToken, accounts, clock);
    }

    @Bean
    PasswordHasher hasher() {
        return new BcryptPasswordHasher();
    }

    @Bean
    RegisterAccount registerAccount(PasswordHasher hasher, IdGenerator ids) {
        return new RegisterAccount(ports.unitOfWork(), ports.accounts(), rules, hasher, ids, clock);
    }

    @Bean
    LogIn logIn(PasswordHasher hasher) {
        return new LogIn(ports.unitOfWork(), ports.accounts(), hasher, opener);
    }

    @Bean
    LogOut logOut() {
        return new LogOut(ports.unitOfWork(), ports.signIns(), ports.revokedTokens());
    }

    @Bean
    RecogniseClient recogniseClient() {
        return new RecogniseClient(ports.unitOfWork(), ports.signIns());
    }

    @Bean
    ListSignIns listSignIns() {
        return new ListSignIns(ports.unitOfWork(), ports.signIns(), clock);
    }

    @Bean
    EndSignIn endSignIn() {
        return new EndSignIn(ports.unitOfWork(), ports.signIns());
    }

    @Bean
    ChangePassword changePassword(PasswordHasher hasher) {
        return new ChangePassword(ports.unitOfWork(), ports.accounts(), rules, hasher, replacement);
    }

    @Bean
    OfferPasswordReset offerPasswordReset() {
        return new OfferPasswordReset(
                ports.unitOfWork(), ports.accounts(), ports.passwordResets(), new CountingSecrets(), clock);
    }

    @Bean
    ResetPassword resetPassword(PasswordHasher hasher) {
        return new ResetPassword(
                ports.unitOfWork(), ports.accounts(), ports.passwordResets(), rules, hasher, replacement, clock);
    }
}
