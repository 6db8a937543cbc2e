package dev.parley.application.signin;

import dev.parley.application.account.PasswordHasher;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.signin.SignInClient;
import java.util.Optional;

/** Signs the owner of a local account in. */
@UseCase
public final class LogIn {

    private final UnitOfWork unitOfWork;
    private final AccountRepository accounts;
    private final PasswordHasher hasher;
    private final SignInOpener opener;
    private final PasswordHash decoyHash;

    public LogIn(UnitOfWork unitOfWork, AccountRepository accounts, PasswordHasher hasher, SignInOpener opener) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.hasher = hasher;
        this.opener = opener;
        this.decoyHash = hasher.hash(new Password("nobody has this password"));
    }

    /**
     * Checks the password. An unknown address costs a hash as well, so that the time does not tell whether it is known.
     *
     * @throws Failure INVALID_CREDENTIALS if no account has this address and this password
     */
    public AccessToken logIn(EmailAddress email, Password password, SignInClient client) {
        Optional<Credentials> credentials = unitOfWork.read(() -> accounts.findCredentials(email));
        boolean matches = hasher.matchesTyped(
                password, credentials.map(Credentials::passwordHash).orElse(decoyHash));
        return credentials
                .filter(known -> matches)
                .map(known -> open(known, client))
                .orElseThrow(() -> new Failure(AccountError.INVALID_CREDENTIALS));
    }

    /** A password that was changed while this one was checked signs nobody in any more. */
    private AccessToken open(Credentials credentials, SignInClient client) {
        return unitOfWork.execute(() -> {
            if (!accounts.lockIfCurrent(credentials)) {
                throw new Failure(AccountError.INVALID_CREDENTIALS);
            }
            return opener.open(credentials.account(), client);
        });
    }
}
