package dev.parley.domain.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.domain.shared.Text;
import dev.parley.domain.shared.Words;

/** A password as its owner typed it; never stored and never printed. */
public record Password(String value) {

    private static final int MINIMUM_CHARACTERS = 8;
    /** bcrypt ignores what comes after its 72nd byte. */
    private static final int MAXIMUM_BYTES = 72;

    /**
     * Takes a password for a new account.
     *
     * @throws InvalidAccount if it has fewer than 8 characters or more than 72 bytes in UTF-8
     */
    public static Password chosen(String text) {
        Text.storable("password", text);
        if (Text.length(text) < MINIMUM_CHARACTERS) {
            throw new InvalidAccount(Words.of("password must have at least 8 characters"));
        }
        if (!isHashable(text)) {
            throw new InvalidAccount(Words.of("password must have at most 72 bytes in UTF-8"));
        }
        return new Password(text);
    }

    /** Whether the hash sees every byte of the password. */
    public boolean isHashable() {
        return isHashable(value);
    }

    private static boolean isHashable(String text) {
        return text.getBytes(UTF_8).length <= MAXIMUM_BYTES;
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
