package dev.parley.web.testing;

import dev.parley.application.account.IdentifyAccount;
import dev.parley.application.signin.CheckToken;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.UseCases;
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
        return new TokenMemory(useCases(ports, clock).get(CheckToken.class), accounts(ports, clock), clock);
    }

    /** A memory of the accounts in a store. */
    public static TokenAccounts accounts(PortsUnderTest ports, InstantSource clock) {
        return new TokenAccounts(useCases(ports, clock).get(IdentifyAccount.class), clock);
    }

    private static UseCases useCases(PortsUnderTest ports, InstantSource clock) {
        return UseCases.over(ports).with(InstantSource.class, clock);
    }
}
