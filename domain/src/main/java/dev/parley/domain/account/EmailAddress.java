package dev.parley.domain.account;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address in the one form in which addresses are compared: lower case and composed accents (RFC 6532, section 3.1).
 */
public record EmailAddress(String value) {

    /** The longest address that a mail server takes, RFC 5321 section 4.5.3.1.3. */
    private static final int MAXIMUM_LENGTH = 254;

    private static final Pattern FORM = Pattern.compile("[^@]{1,64}@[^@.]+(\\.[^@.]+)+");
    /** White space, controls, what formats or turns the direction of text, and code points without a meaning. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Z}\\p{C}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

    /** A label in Punycode, which is another spelling of one in Unicode (RFC 5890, section 2.3.2.1). */
    private static final Pattern PUNYCODE = Pattern.compile("[@.]xn--");

    /** What browsers take for an address, with letters of all scripts (HTML Living Standard, valid e-mail address). */
    private static final Pattern NEW =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@{label}(?:\\.{label})+"
                    .replace("{label}", "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?"));

    /**
     * Reads the address of an account that may exist.
     *
     * @throws Failure VALIDATION_ERROR if the text has not the form of an address
     */
    public static EmailAddress of(String text) {
        String address = canonical(Text.storable("email", text).strip());
        if (Text.length(address) > MAXIMUM_LENGTH
                || INVISIBLE.matcher(address).find()
                || !FORM.matcher(address).matches()) {
            throw new Failure(AccountError.INVALID_EMAIL);
        }
        return new EmailAddress(address);
    }

    /**
     * Reads the address of a new account, which may not hold characters that only look like others: ligatures, circled or
     * full-width letters, and no domain in Punycode. Accounts from before this rule keep theirs.
     *
     * @throws Failure VALIDATION_ERROR if the text is no such address
     */
    public static EmailAddress ofNewAccount(String text) {
        EmailAddress address = of(text);
        if (!Normalizer.isNormalized(address.value, Normalizer.Form.NFKC)
                || PUNYCODE.matcher(address.value).find()
                || !NEW.matcher(address.value).matches()) {
            throw new Failure(AccountError.INVALID_EMAIL);
        }
        return address;
    }

    private static String canonical(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return value;
    }
}
