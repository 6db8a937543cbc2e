package dev.parley.bootstrap.failure;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/** Says in a sentence what Spring could not read. */
public final class BindingErrorText {

    private static final Pattern HIDDEN = Pattern.compile("secret|password|token|key|url|credential");

    private BindingErrorText() {}

    /** The sentence, without any value that may be secret. */
    public static String sentence(BindException failure) {
        String property = failure.getName().toString();
        return SettingName.of(property) + " must be " + expected(failure) + but(property, failure.getProperty()) + ".";
    }

    private static String expected(BindException failure) {
        Class<?> type = failure.getTarget().getType().toClass();
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return "a valid " + type.getSimpleName();
    }

    private static String but(String property, @Nullable ConfigurationProperty given) {
        if (given == null || HIDDEN.matcher(property.toLowerCase(Locale.ROOT)).find()) {
            return "";
        }
        return String.valueOf(given.getValue()).isEmpty() ? ", but is empty" : ", but is \"" + given.getValue() + "\"";
    }
}
