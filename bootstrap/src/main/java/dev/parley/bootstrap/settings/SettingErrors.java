package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.BindingErrorText;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.failure.SettingName;
import dev.parley.domain.shared.Text;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.NestedExceptionUtils;

/** Collects what is wrong with the settings, so that all of it is said at once. A wrong value is replaced by its default. */
final class SettingErrors implements BindHandler {

    private final Binder binder;
    private final Validator validator;
    private final List<String> sentences = new ArrayList<>();
    private final Set<ConfigurationPropertyName> named = new HashSet<>();

    SettingErrors(Binder binder, Validator validator) {
        this.binder = binder;
        this.validator = validator;
    }

    void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    /** Adds what is wrong with a property, unless something is wrong with it already. */
    void add(ConfigurationPropertyName property, String sentence) {
        if (named.add(property)) {
            add(sentence);
        }
    }

    /** Makes a check that throws, and keeps what it says. */
    void check(Runnable check) {
        try {
            check.run();
        } catch (InvalidConfigurationException e) {
            add(e.sentence());
        }
    }

    /** Binds settings and holds them against their constraints; null where they cannot be made. */
    <T> @Nullable T bind(String prefix, Class<T> type) {
        @Nullable T settings = binder.bindOrCreate(prefix, Bindable.of(type), this);
        if (settings == null) {
            return null;
        }
        validator.validate(settings).stream()
                .map(violation -> sentence(prefix, violation))
                .sorted()
                .forEach(this::add);
        return settings;
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /**
     * Ends the start if anything is wrong.
     *
     * @throws InvalidConfigurationException with a line for each error
     */
    void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw new InvalidConfigurationException(String.join("\n", sentences));
        }
    }

    @Override
    public @Nullable Object onFailure(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
        @Nullable ConfigurationProperty property = context.getConfigurationProperty();
        Optional<String> sentence = ours(error);
        if (sentence.isPresent()) {
            add(sentence.get());
        } else if (property != null && name.isAncestorOf(property.getName())) {
            add(property.getName(), refused(property.getName(), error));
        } else {
            Class<?> type = target.getType().toClass();
            add(name, BindingErrorText.sentence(name.toString(), type, property == null ? null : property.getValue()));
        }
        return null;
    }

    private static Optional<String> ours(Exception error) {
        return Stream.<Throwable>iterate(error, Objects::nonNull, Throwable::getCause)
                .filter(InvalidConfigurationException.class::isInstance)
                .map(cause -> ((InvalidConfigurationException) cause).sentence())
                .findFirst();
    }

    /** What a library's setter throws; the value may be a secret. */
    private static String refused(ConfigurationPropertyName property, Exception error) {
        String reason =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(error).getMessage());
        return SettingName.of(property.toString()) + " cannot be used: " + Text.onOneLine(reason) + ".";
    }

    private String sentence(String prefix, ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        String property = nodes.stream()
                .map(Path.Node::getName)
                .filter(name -> !name.startsWith("<"))
                .map(DataObjectPropertyName::toDashedForm)
                .collect(Collectors.joining(".", prefix + ".", ""));
        boolean element = nodes.getLast().isInIterable();
        Object value = element
                ? violation.getInvalidValue()
                : binder.bind(property, String.class).orElse(null);
        return BindingErrorText.sentence(property, violation.getMessage(), value);
    }
}
