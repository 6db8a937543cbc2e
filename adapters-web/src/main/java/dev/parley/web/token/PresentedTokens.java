package dev.parley.web.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.SignedJWT;
import dev.parley.application.signin.PresentedToken;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.TokenHash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** What use cases see of a token. */
public final class PresentedTokens {

    /** The claim in which Parley's own tokens, and no others, name their sign-in. They have no issuer. */
    public static final String SIGN_IN = "sign_in";

    private PresentedTokens() {}

    /**
     * The token that a decoder has found good.
     *
     * @param account for which it speaks
     */
    public static PresentedToken of(Jwt token, AccountId account) {
        SignedJWT signed = signed(token);
        return new PresentedToken(
                hash(token.getTokenValue()),
                EcdsaTwin.of(signed).map(PresentedTokens::hash).orElse(null),
                account,
                signInOf(token),
                issuedAt(signed),
                Objects.requireNonNull(token.getExpiresAt(), "a token without expiry is refused before"));
    }

    private static TokenHash hash(String token) {
        return new TokenHash(HexFormat.of().formatHex(sha256(token)));
    }

    static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static SignedJWT signed(Jwt token) {
        try {
            return SignedJWT.parse(token.getTokenValue());
        } catch (ParseException e) {
            throw new IllegalStateException("a decoder has read it before", e);
        }
    }

    /** As it was signed: where a token has no {@code iat}, the decoder makes one of {@code exp}. */
    private static Instant issuedAt(SignedJWT token) {
        try {
            Date issuedAt = token.getJWTClaimsSet().getIssueTime();
            return issuedAt == null ? Instant.EPOCH : issuedAt.toInstant();
        } catch (ParseException malformed) {
            return Instant.EPOCH;
        }
    }

    /** The sign-in of which it is the token; null where it was made elsewhere. */
    public static @Nullable SignInId signInOf(Jwt token) {
        String id = token.getClaimAsString("iss") == null ? token.getClaimAsString(SIGN_IN) : null;
        try {
            return id == null ? null : new SignInId(UUID.fromString(id));
        } catch (IllegalArgumentException madeElsewhere) {
            return null;
        }
    }
}
