package dev.parley.web.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.SettableClock;
import dev.parley.web.testing.TokenMemories;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RememberedTokensTest {

    private static final JwtDecoder UNUSED = token -> {
        throw new BadJwtException("not to be decoded");
    };

    private final TokenMemory memory = TokenMemories.withoutRevocations(new SettableClock());
    private final RememberedTokens tokens =
            new RememberedTokens(UNUSED, token -> OAuth2TokenValidatorResult.success(), memory, Duration.ofMillis(1));

    @Test
    void aTokenWhoseCheckByAnotherRequestDoesNotEndIsUncheckable() {
        ByteBuffer hash = ByteBuffer.wrap(PresentedTokens.sha256("token"));
        assertThat(memory.findOrBegin(hash, new CompletableFuture<>())).isNull();

        assertThatThrownBy(() -> tokens.decode("token"))
                .isInstanceOfSatisfying(
                        SystemFailure.class,
                        failure -> assertThat(failure.step()).isEqualTo("token.check"));
    }
}
