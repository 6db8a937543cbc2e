package dev.parley.web.testing;

import dev.parley.application.signin.CheckToken;
import dev.parley.application.testing.PortsUnderTest;
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
                new CheckToken(ports.unitOfWork(), ports.signIns(), ports.revokedTokens(), clock), clock);
    }
}
