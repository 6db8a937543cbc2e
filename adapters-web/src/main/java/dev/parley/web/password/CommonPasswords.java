package dev.parley.web.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** The 30,000 most common passwords, in lower case, as zxcvbn lists them. A look-up only: nothing is computed from a password. */
public final class CommonPasswords {

    private final Set<String> passwords;

    /** Reads the list from the jar. */
    public CommonPasswords() {
        try {
            passwords = Set.copyOf(StandardDictionaries.PASSWORDS_LOADER
                    .load()
                    .getRankedDictionary()
                    .keySet());
        } catch (IOException e) {
            throw new UncheckedIOException("zxcvbn's list of passwords cannot be read", e);
        }
    }

    /** Whether the text is one of them. */
    public boolean contains(String lowerCase) {
        return passwords.contains(lowerCase);
    }
}
