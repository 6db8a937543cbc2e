package dev.parley.application.account;

import dev.parley.application.account.AccessTokens.AccessToken;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.Credentials;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.account.InvalidCredentials;
import dev.parley.domain.account.Password;
import dev.parley.domain.account.PasswordHash;
import java.util.Optional;

/** Gives the owner of a local account a token. */
public final class LogIn {

    private final UnitOfWork unitOfWork;
    private final AccountRepository accounts;
    private final PasswordHasher hasher;
    private final AccessTokens tokens;
    private final PasswordHash nobodys;

    /** Makes the use case from its ports. */
    public LogIn(UnitOfWork unitOfWork, AccountRepository accounts, PasswordHasher hasher, AccessTokens tokens) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.hasher = hasher;
        this.tokens = tokens;
        this.nobodys = hasher.hash(new Password("nobody has this password"));
    }

    /**
     * Checks the password. An unknown address costs a hash as well, so that the time does not tell whether it is known.
     *
     * @throws InvalidCredentials if no account has this address and this password
     */
    public AccessToken logIn(EmailAddress email, Password password) {
        Optional<Credentials> credentials = unitOfWork.read(() -> accounts.findCredentials(email));
        boolean matches = hasher.matches(
                password, credentials.map(Credentials::passwordHash).orElse(nobodys));
        return credentials
                .filter(known -> matches)
                .map(known -> tokens.issue(known.account()))
                .orElseThrow(InvalidCredentials::new);
    }
}
