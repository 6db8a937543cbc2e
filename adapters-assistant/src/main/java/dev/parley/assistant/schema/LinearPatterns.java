package dev.parley.assistant.schema;

import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.parley.application.shared.Secrets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Regular expressions that take time in proportion to the text, whatever a schema asks for. They know what JSON Schema
 * recommends to keep to (draft 2020-12, core, section 6.4). An expression with more, such as a look-ahead or a reference to a
 * group, and a huge one, is not checked.
 */
final class LinearPatterns implements RegularExpressionFactory {

    private static final Logger log = LoggerFactory.getLogger(LinearPatterns.class);

    private static final int MAXIMUM_LENGTH = 1000;

    /** Instructions of an expression, in which a part that is repeated stands as often. */
    private static final double MAXIMUM_SIZE = 20_000;

    /** Of a match: instructions of the expression times characters of the text; less than a second. */
    private static final long MAXIMUM_STEPS = 200_000_000;

    /** An escape, with the four digits of one that ECMAScript has and RE2 has not. */
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u((?![dD][89a-fA-F])[0-9a-fA-F]{4})|.)", Pattern.DOTALL);

    /** A counted repetition, with the end of the group that it may repeat. */
    private static final Pattern REPETITION = Pattern.compile("(\\))?\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private final RegularExpressionFactory syntax = JDKRegularExpressionFactory.getInstance();
    private final Secrets secrets;

    LinearPatterns(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public RegularExpression getRegularExpression(String expression) {
        try {
            return isHuge(expression) ? unchecked(expression) : linear(expression);
        } catch (PatternSyntaxException e) {
            return unchecked(expression);
        }
    }

    private static RegularExpression linear(String expression) {
        var pattern = com.google.re2j.Pattern.compile(ESCAPE.matcher(expression).replaceAll(LinearPatterns::ofRe2));
        return text -> (long) pattern.programSize() * text.length() <= MAXIMUM_STEPS
                && pattern.matcher(text).find();
    }

    /** Refuses what is no expression at all. */
    private RegularExpression unchecked(String expression) {
        syntax.getRegularExpression(expression);
        log.info(
                "A pattern in a tool's schema is not checked, since it is huge or needs backtracking: {}",
                secrets.hideIn(expression));
        return text -> true;
    }

    /** Whether the engine would need much memory: at least as often as it is repeated, a part stands in its program. */
    private static boolean isHuge(String expression) {
        if (expression.length() > MAXIMUM_LENGTH) {
            return true;
        }
        double parts = expression.length();
        double groups = 1;
        Matcher repetition = REPETITION.matcher(expression);
        while (repetition.find()) {
            int times = Math.max(number(repetition.group(2)), number(repetition.group(3)));
            if (repetition.group(1) == null) {
                parts += times;
            } else {
                groups *= Math.max(1, times);
            }
        }
        return parts * groups > MAXIMUM_SIZE;
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String ofRe2(MatchResult escape) {
        @Nullable String digits = escape.group(1);
        return Matcher.quoteReplacement(digits == null ? escape.group() : "\\x{" + digits + "}");
    }
}
