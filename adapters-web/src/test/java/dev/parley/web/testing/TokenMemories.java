package dev.parley.web.testing;

import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.signin.CheckToken;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.web.token.TokenAccounts;
import dev.parley.web.token.TokenMemory;
import java.time.InstantSource;

/** Memories of tokens over stores in memory. */
public final class TokenMemories {

    private TokenMemories() {}

    /** A memory where no token is revoked. */
    public static TokenMemory withoutRevocations(InstantSource clock) {
        return of(PortsUnderTest.inMemory(), clock);
    }

    /** A memory over a store. */
    public static TokenMemory of(PortsUnderTest ports, InstantSource clock) {
        return new TokenMemory(
                new CheckToken(ports.unitOfWork(), ports.signIns(), ports.revokedTokens(), clock),
                accounts(ports, clock),
                clock);
    }

    /** A memory of the accounts in a store. */
    public static TokenAccounts accounts(PortsUnderTest ports, InstantSource clock) {
        return new TokenAccounts(
                new IdentifyAccount(ports.unitOfWork(), ports.accounts(), new CountingIds(), clock), clock);
    }
}
