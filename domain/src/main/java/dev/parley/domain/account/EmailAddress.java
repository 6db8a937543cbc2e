package dev.parley.domain.account;

import dev.parley.domain.shared.LocalizedText;
import dev.parley.domain.shared.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address in lower case, since addresses are compared without case. */
public record EmailAddress(String value) {

    /** The longest address that a mail server takes, RFC 5321 section 4.5.3.1.3. */
    private static final int MAXIMUM_LENGTH = 254;

    private static final Pattern FORM = Pattern.compile("[^@]{1,64}@[^@.]+(\\.[^@.]+)+");
    /** White space, controls, what formats or turns the direction of text, and code points without a meaning. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Z}\\p{C}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

    /**
     * Reads an address.
     *
     * @throws InvalidAccount if the text has not the form of an address
     */
    public static EmailAddress of(String text) {
        String address = Text.storable("email", text).strip().toLowerCase(Locale.ROOT);
        if (Text.length(address) > MAXIMUM_LENGTH
                || INVISIBLE.matcher(address).find()
                || !FORM.matcher(address).matches()) {
            throw new InvalidAccount(
                    LocalizedText.of("email must be an address like name@example.org of at most 254 characters"));
        }
        return new EmailAddress(address);
    }

    @Override
    public String toString() {
        return value;
    }
}
