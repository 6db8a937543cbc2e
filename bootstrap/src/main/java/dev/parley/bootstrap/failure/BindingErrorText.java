package dev.parley.bootstrap.failure;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** The sentence that says which value of a setting cannot be used, and what it may be. */
public final class BindingErrorText {

    /** What an address to listen on is. */
    public static final String ADDRESS = "an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them";

    /** What may hold a secret, so that its value is not shown; a number or a duration that is named after tokens does not. */
    private static final Pattern HIDDEN =
            Pattern.compile("secret|password|token(?!-timeout|s$)|key|url|credential|header|environment");

    private BindingErrorText() {}

    static String sentence(BindException failure) {
        Object value =
                failure.getProperty() == null ? null : failure.getProperty().getValue();
        return sentence(
                failure.getName().toString(), failure.getTarget().getType().toClass(), value);
    }

    /** The sentence for a value that is not of its type. */
    public static String sentence(String property, Class<?> type, @Nullable Object value) {
        return sentence(property, "must be " + expected(type), value);
    }

    /**
     * The sentence for a value that breaks a rule.
     *
     * @param rule such as {@code must be true or false}
     * @param value as it was written, which is left out where it may be a secret; null where it is not known
     */
    public static String sentence(String property, String rule, @Nullable Object value) {
        return SettingName.of(property) + " " + rule + but(property, value) + ".";
    }

    private static String expected(Class<?> type) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed == Integer.class || boxed == Long.class) {
            return "a whole number, such as 20";
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return "a number, such as 0.7";
        }
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (boxed == Duration.class) {
            return "a duration, such as 30s or 5m";
        }
        if (boxed == DataSize.class) {
            return "a size, such as 64KB or 10MB";
        }
        if (boxed == InetAddress.class) {
            return ADDRESS;
        }
        return boxed.isEnum() ? oneOf(boxed.getEnumConstants()) : "a valid " + type.getSimpleName();
    }

    private static String oneOf(Object[] constants) {
        List<String> names = Arrays.stream(constants)
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int last = names.size() - 1;
        return last < 1 ? names.toString() : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static String but(String property, @Nullable Object value) {
        if (value == null || HIDDEN.matcher(property.toLowerCase(Locale.ROOT)).find()) {
            return "";
        }
        return value.toString().isEmpty() ? ", but is empty" : ", but is \"" + value + "\"";
    }
}
