package dev.parley.web.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.account.Password;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What bcrypt hashes of a password. bcrypt reads no more than 72 bytes, so of a longer password it gets 64 characters: its
 * HMAC-SHA-384 in Base64, which holds no NUL. The key is no secret; it keeps digests that leaked elsewhere from being tried
 * here. Passwords of up to 72 bytes are hashed as they are, as ever.
 */
final class BcryptInput {

    private static final int MAXIMUM_BYTES = 72;
    private static final String ALGORITHM = "HmacSHA384";
    private static final SecretKeySpec KEY = new SecretKeySpec("parley password".getBytes(UTF_8), ALGORITHM);

    private BcryptInput() {}

    /** At most 72 bytes in UTF-8, to which every byte of the password contributes. */
    static String of(Password password) {
        byte[] bytes = password.value().getBytes(UTF_8);
        return bytes.length <= MAXIMUM_BYTES
                ? password.value()
                : Base64.getEncoder().encodeToString(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("the JDK has " + ALGORITHM, e);
        }
    }
}
