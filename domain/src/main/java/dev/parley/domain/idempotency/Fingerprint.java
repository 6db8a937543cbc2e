package dev.parley.domain.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether two requests are the same without keeping them.
 *
 * @param sha256 64 hexadecimal digits in lower case
 */
public record Fingerprint(String sha256) {

    /**
     * The fingerprint of a request.
     *
     * @param operation what is asked for, such as the method and the path
     * @param body its bytes as they came
     */
    public static Fingerprint of(String operation, byte[] body) {
        MessageDigest digest = digestOf(operation);
        digest.update(body);
        return of(digest);
    }

    /** The digest that a request's fingerprint is made with; to be fed with its body's bytes as they come. */
    public static MessageDigest digestOf(String operation) {
        byte[] name = operation.getBytes(UTF_8);
        MessageDigest digest = newDigest();
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
        digest.update(name);
        return digest;
    }

    /** The fingerprint of the request whose whole body a digest of {@link #digestOf} was fed with. */
    public static Fingerprint of(MessageDigest digest) {
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
