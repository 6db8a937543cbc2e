package dev.parley.domain.account;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A password as its owner typed it; never stored and never printed. */
public record Password(String value) {

    private static final Pattern SPACE = Pattern.compile("\\p{Zs}");

    /**
     * The same whatever keyboard it is typed with: white space is the ASCII space, accents are composed (RFC 8265, section
     * 4.2.2). This is what is hashed.
     */
    Password normalized() {
        return new Password(Normalizer.normalize(SPACE.matcher(value).replaceAll(" "), Normalizer.Form.NFC));
    }

    /**
     * What an account's hash may have been made of, the normal form first. Before passwords were normalized, they were hashed
     * as they were typed.
     *
     * @return one or two
     */
    public List<Password> candidates() {
        return Stream.of(normalized(), this).distinct().toList();
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
