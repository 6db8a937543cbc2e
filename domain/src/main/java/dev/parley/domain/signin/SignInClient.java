package dev.parley.domain.signin;

import dev.parley.domain.shared.Text;

/**
 * What signs in.
 *
 * @param name what it calls itself, for its user to recognise it by; empty where it says nothing
 * @param network what it is counted by: an address, or a network of which it has all addresses
 */
public record SignInClient(String name, String network) {

    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_NETWORK = 64;

    /** A client; of what is too long the beginning is kept. */
    public static SignInClient of(String name, String network) {
        return new SignInClient(
                beginning(Text.onOneLine(Text.madeStorable(name)), MAXIMUM_NAME), beginning(network, MAXIMUM_NETWORK));
    }

    private static String beginning(String text, int maximumLength) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(maximumLength, Text.length(text))));
    }
}
