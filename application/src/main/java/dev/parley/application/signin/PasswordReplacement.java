package dev.parley.application.signin;

import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.AccountRepository;
import dev.parley.domain.account.PasswordHash;
import dev.parley.domain.signin.PasswordResetRepository;
import dev.parley.domain.signin.SignInClient;
import dev.parley.domain.signin.SignInRepository;
import java.time.InstantSource;

/** Puts a new password in the place of another, with all that this ends. */
@UseCase
public final class PasswordReplacement {

    private final AccountRepository accounts;
    private final SignInRepository signIns;
    private final PasswordResetRepository resets;
    private final SignInOpener opener;
    private final InstantSource clock;

    public PasswordReplacement(
            AccountRepository accounts,
            SignInRepository signIns,
            PasswordResetRepository resets,
            SignInOpener opener,
            InstantSource clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.resets = resets;
        this.opener = opener;
        this.clock = clock;
    }

    /**
     * Replaces the password inside a unit of work, ends all sign-ins, and revokes all other tokens and any reset code made
     * before.
     *
     * @return the token of a new sign-in
     */
    AccessToken replace(AccountId account, PasswordHash hash, SignInClient client) {
        accounts.changePassword(account, hash, clock.instant());
        signIns.endAll(account, null);
        resets.remove(account);
        return opener.open(account, client);
    }
}
