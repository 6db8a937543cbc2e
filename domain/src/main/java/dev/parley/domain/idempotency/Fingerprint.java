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
        byte[] name = operation.getBytes(UTF_8);
        MessageDigest digest = newDigest();
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
        digest.update(name);
        return new Fingerprint(HexFormat.of().formatHex(digest.digest(body)));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
