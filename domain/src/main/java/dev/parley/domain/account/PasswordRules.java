package dev.parley.domain.account;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Text;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What may be chosen as a password (NIST SP 800-63B section 3.1.1.2): long enough, not among those that are guessed first, and
 * not made of what everybody knows.
 *
 * @param isCommon whether a text in lower case is a common password
 */
public record PasswordRules(Predicate<String> isCommon) {

    private static final int MINIMUM_LENGTH = 8;
    private static final int MAXIMUM_LENGTH = 256;
    private static final int SHORTEST_KNOWN_WORD = 3;
    private static final String PRODUCT = "parley";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[@.+_-]");
    private static final Pattern ADDED_AT_THE_ENDS = Pattern.compile("^\\P{L}+|\\P{L}+$");

    /**
     * Takes a password for an account.
     *
     * @param text as its owner typed it; what counts is its normal form
     * @return the normal form
     * @throws Failure VALIDATION_ERROR naming the rule that it breaks
     */
    public Password choose(EmailAddress email, String text) {
        Text.storable("password", text);
        Password password = new Password(text).normalized();
        int length = Text.length(password.value());
        if (length < MINIMUM_LENGTH) {
            throw new Failure(AccountError.PASSWORD_TOO_SHORT, MINIMUM_LENGTH);
        }
        if (length > MAXIMUM_LENGTH) {
            throw new Failure(AccountError.PASSWORD_TOO_LONG, MAXIMUM_LENGTH);
        }
        checkGuesses(folded(email.value()), folded(password.value()));
        return password;
    }

    private void checkGuesses(String email, String password) {
        if (isMostlyKnown(email, password)) {
            throw new Failure(AccountError.PASSWORD_OF_KNOWN_PARTS);
        }
        if (isCommon.test(password) || isCommonWithAdditions(password)) {
            throw new Failure(AccountError.PASSWORD_TOO_COMMON);
        }
        if (isPattern(password.codePoints().toArray())) {
            throw new Failure(AccountError.PASSWORD_OF_A_PATTERN);
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean isMostlyKnown(String email, String password) {
        if (password.contains(email)) {
            return true;
        }
        String unknown = password;
        for (String word : knownWords(email)) {
            unknown = unknown.replace(word, "");
        }
        long left = unknown.codePoints().filter(PasswordRules::isVisible).count();
        return left * 2 < Text.length(password);
    }

    /** The parts of the address, the longest first, lest a shorter one takes a piece out of a longer one. */
    private static List<String> knownWords(String email) {
        Stream<String> parts = Stream.concat(Stream.of(email.split("@")), BETWEEN_WORDS.splitAsStream(email));
        return Stream.concat(parts, Stream.of(PRODUCT))
                .filter(word -> Text.length(word) >= SHORTEST_KNOWN_WORD)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }

    private boolean isCommonWithAdditions(String password) {
        String core = ADDED_AT_THE_ENDS.matcher(password).replaceAll("");
        return Text.length(core) * 2 >= Text.length(password) && isCommon.test(core);
    }

    private static boolean isPattern(int[] characters) {
        return isMostlyOneCharacter(characters) || isMostlyASequence(characters) || isRepetition(characters);
    }

    private static boolean isMostlyOneCharacter(int[] characters) {
        return IntStream.of(characters)
                .anyMatch(one ->
                        IntStream.of(characters).filter(other -> other == one).count() * 2 > characters.length);
    }

    private static boolean isMostlyASequence(int[] characters) {
        long steps = IntStream.range(1, characters.length)
                .filter(at -> Math.abs(characters[at] - characters[at - 1]) <= 1)
                .count();
        return steps * 2 > characters.length;
    }

    /** Whether it is something shorter than a password, written more than once. */
    private static boolean isRepetition(int[] characters) {
        return IntStream.rangeClosed(1, Math.min(characters.length / 2, MINIMUM_LENGTH - 1))
                .anyMatch(period -> IntStream.range(period, characters.length)
                        .allMatch(at -> characters[at] == characters[at - period]));
    }
}
