package dev.parley.web.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.domain.account.Subject;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;
import java.text.ParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whether a well-signed token is an access token for this server (RFC 8725, sections 3.9 to 3.12; RFC 9068, section 4). Its
 * header and claims are read as they were signed: decoders make texts of numbers, and other times of absurd ones.
 */
public final class AccessTokenRules implements OAuth2TokenValidator<Jwt> {

    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");
    private static final Set<String> EXTENSIONS = Set.of("crit", "b64", "zip");

    /** OpenID Connect Core section 2, FAPI, RFC 8417, RFC 9701, SD-JWT, verifiable credentials. */
    private static final Set<String> OF_OTHER_TOKENS = Set.of(
            "nonce", "at_hash", "c_hash", "s_hash", "events", "token_introspection", "_sd_alg", "vct", "vc", "vp");

    /** What Keycloak says in the claim {@code typ} of its other tokens. */
    private static final Set<String> OTHER_KINDS = Set.of("id", "logout", "refresh", "offline");

    /** Claims that access tokens have and ID tokens have not. */
    private static final Set<String> OF_ACCESS_TOKENS = Set.of("scope", "scp", "client_id");

    private static final Set<String> TIMES = Set.of("exp", "nbf", "iat");
    private static final double YEAR_10000 = 253_402_300_800.0;
    private static final int LONGEST_ISSUER = 1024;

    private final Map<TokenFault, Predicate<Content>> faults = new LinkedHashMap<>();

    private AccessTokenRules() {
        faults.put(TokenFault.EXTENSION, token -> hasAny(token.header(), EXTENSIONS));
        faults.put(TokenFault.TYPE, token -> token.type() != null && !TYPES.contains(token.type()));
        faults.put(TokenFault.PURPOSE, token -> isAnotherKind(token.claims()) || looksLikeIdToken(token));
        faults.put(TokenFault.BOUND, token -> token.claims().containsKey("cnf"));
        faults.put(TokenFault.TIMES, token -> TIMES.stream().anyMatch(time -> isAbsurd(token.claims(), time)));
        faults.put(TokenFault.SUBJECT, token -> !isSubject(token.claims().get("sub")));
    }

    /** For tokens that anybody who has a secret may make, in whatever issuer's name. */
    public static AccessTokenRules ofSharedSecret() {
        AccessTokenRules rules = new AccessTokenRules();
        rules.faults.put(
                TokenFault.ISSUER, token -> !isStorableIssuer(token.claims().get("iss")));
        return rules;
    }

    /**
     * For tokens of one issuer.
     *
     * @param audiences of which {@code aud} has to hold one; empty for any
     */
    public static AccessTokenRules ofIssuer(String issuer, Set<String> audiences) {
        AccessTokenRules rules = new AccessTokenRules();
        rules.faults.put(
                TokenFault.ISSUER, token -> !issuer.equals(token.claims().get("iss")));
        rules.faults.put(
                TokenFault.AUDIENCE,
                token -> !audiences.isEmpty() && Collections.disjoint(audiences, token.audiences()));
        return rules;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        try {
            Content content = Content.of(token);
            return faults.entrySet().stream()
                    .filter(fault -> fault.getValue().test(content))
                    .findFirst()
                    .map(fault -> fault.getKey().failure())
                    .orElseGet(OAuth2TokenValidatorResult::success);
        } catch (ParseException e) {
            return TokenFault.MALFORMED.failure();
        }
    }

    private static boolean isAnotherKind(Map<String, Object> claims) {
        return hasAny(claims, OF_OTHER_TOKENS)
                || (claims.containsKey("token_use") && !"access".equals(claims.get("token_use")))
                || (claims.get("typ") instanceof String kind && OTHER_KINDS.contains(kind.toLowerCase(Locale.ROOT)));
    }

    /** An ID token is for the client that it was issued to and for nobody else; an access token may be, but says more. */
    private static boolean looksLikeIdToken(Content token) {
        boolean isMarked = token.type() != null && token.type().endsWith("at+jwt");
        return !isMarked
                && token.claims().get("azp") instanceof String client
                && token.audiences().equals(List.of(client))
                && !hasAny(token.claims(), OF_ACCESS_TOKENS);
    }

    private static boolean isAbsurd(Map<String, Object> claims, String time) {
        return claims.get(time) instanceof Number seconds
                && !(seconds.doubleValue() >= 0 && seconds.doubleValue() < YEAR_10000);
    }

    private static boolean isSubject(@Nullable Object subject) {
        try {
            return subject instanceof String text
                    && text.equals(Subject.of("sub", text).value());
        } catch (InvalidRequest notStorable) {
            return false;
        }
    }

    private static boolean isStorableIssuer(@Nullable Object issuer) {
        return issuer == null
                || (issuer instanceof String text
                        && text.length() <= LONGEST_ISSUER
                        && text.equals(Text.madeStorable(text)));
    }

    private static boolean hasAny(Map<String, Object> names, Set<String> some) {
        return !Collections.disjoint(names.keySet(), some);
    }

    /**
     * What was signed.
     *
     * @param type of the header, in lower case; null where it has none
     */
    private record Content(
            Map<String, Object> header,
            Map<String, Object> claims,
            @Nullable String type,
            List<String> audiences) {

        static Content of(Jwt token) throws ParseException {
            SignedJWT signed = SignedJWT.parse(token.getTokenValue());
            String type = signed.getHeader().getType() == null
                    ? null
                    : signed.getHeader().getType().getType().toLowerCase(Locale.ROOT);
            return new Content(
                    JSONObjectUtils.parse(signed.getHeader().toBase64URL().decodeToString()),
                    signed.getPayload().toJSONObject(),
                    type,
                    signed.getJWTClaimsSet().getAudience());
        }
    }
}
