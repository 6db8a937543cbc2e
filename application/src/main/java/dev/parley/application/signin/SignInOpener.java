package dev.parley.application.signin;

import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInClient;
import dev.parley.domain.signin.SignInRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Signs accounts in, for a day. */
@UseCase
public final class SignInOpener {

    private static final Duration LIFETIME = Duration.ofHours(24);

    private final SignInRepository signIns;
    private final AccessTokens tokens;
    private final IdGenerator ids;
    private final InstantSource clock;

    public SignInOpener(SignInRepository signIns, AccessTokens tokens, IdGenerator ids, InstantSource clock) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds a sign-in, inside a unit of work, and makes its token. */
    AccessToken open(AccountId account, SignInClient client) {
        Instant now = clock.instant();
        SignIn signIn = new SignIn(ids.signIn(), account, client.name(), now, now, now.plus(LIFETIME));
        signIns.add(signIn, client.network());
        return new AccessToken(tokens.issue(signIn), account, LIFETIME);
    }
}
