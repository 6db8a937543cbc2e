package dev.parley.web.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpMethod;

/**
 * Addresses that whoever has them may use for ten minutes, with one method and without a token: their query says when they
 * expire, and carries an HMAC-SHA256 (RFC 2104) over method, path and that time.
 */
public final class SignedAddresses {

    /** How long an address can be used. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    static final String EXPIRES = "expires";
    static final String SIGNATURE = "signature";

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "parley signed addresses 1".getBytes(US_ASCII);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKey key;
    private final InstantSource clock;

    /**
     * Makes a signer with a key of its own, which is derived from a secret (HKDF, RFC 5869), so that the secret can serve
     * another purpose as well.
     *
     * @param secret at least 32 bytes, the same on all nodes
     */
    public SignedAddresses(byte[] secret, InstantSource clock) {
        this.key = derive(secret);
        this.clock = clock;
    }

    /** A path of this server, with the query that allows to use it for ten minutes from now. */
    public String sign(HttpMethod method, String path) {
        String expires = Long.toString(clock.instant().plus(LIFETIME).getEpochSecond());
        return "%s?%s=%s&%s=%s".formatted(path, EXPIRES, expires, SIGNATURE, signature(method.name(), path, expires));
    }

    /** Whether an address was signed for this method, and can still be used. */
    boolean isValid(String method, String path, String expires, String signature) {
        return MessageDigest.isEqual(signature(method, path, expires).getBytes(US_ASCII), signature.getBytes(UTF_8))
                && clock.instant().getEpochSecond() < Long.parseLong(expires);
    }

    private String signature(String method, String path, String expires) {
        String signed = String.join("\n", method, path, expires);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return BASE64.encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static SecretKey derive(byte[] secret) {
        HKDFParameterSpec parameters = HKDFParameterSpec.ofExtract()
                .addIKM(new SecretKeySpec(secret, "HKDF"))
                .thenExpand(PURPOSE, 32);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(ALGORITHM, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
        }
    }
}
