package dev.parley.domain.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A secret that proves its holder's right; shown once, never stored and never printed. */
public record Secret(String value) {

    private static final String KEY_PREFIX = "parley_sk_";
    private static final String CLIENT_PREFIX = "ek_";
    private static final String RESET_PREFIX = "parley_reset_";

    /**
     * The secret of an API key.
     *
     * @param random at least 256 random bits as text
     */
    public static Secret ofKey(String random) {
        return new Secret(KEY_PREFIX + random);
    }

    /**
     * The secret of a client session.
     *
     * @param random at least 256 random bits as text
     */
    public static Secret ofClient(String random) {
        return new Secret(CLIENT_PREFIX + random);
    }

    /**
     * The code with which a forgotten password is replaced.
     *
     * @param random at least 256 random bits as text
     */
    public static Secret ofReset(String random) {
        return new Secret(RESET_PREFIX + random);
    }

    /** Whether it is, by its prefix, meant to be the secret of an API key. */
    public boolean isOfKey() {
        return value.startsWith(KEY_PREFIX);
    }

    /** Whether it is, by its prefix, meant to be the secret of a client session. */
    public boolean isOfClient() {
        return value.startsWith(CLIENT_PREFIX);
    }

    /**
     * What is stored of it. One round of SHA-256 is enough for a secret of 256 random bits, which nobody can guess however
     * fast the hash is.
     */
    public SecretHash hash() {
        return new SecretHash(HexFormat.of().formatHex(sha256().digest(value.getBytes(UTF_8))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
