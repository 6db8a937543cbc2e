package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.failure.BindingErrorText;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

/** Collects what is wrong with the settings, so that all of it is said at once. A wrong value is replaced by its default. */
final class SettingErrors implements BindHandler {

    private final Binder binder;
    private final Validator validator;
    private final List<String> sentences = new ArrayList<>();

    SettingErrors(Binder binder, Validator validator) {
        this.binder = binder;
        this.validator = validator;
    }

    void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
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
        ConfigurationProperty property = context.getConfigurationProperty();
        add(Stream.<Throwable>iterate(error, Objects::nonNull, Throwable::getCause)
                .filter(InvalidConfigurationException.class::isInstance)
                .map(cause -> ((InvalidConfigurationException) cause).sentence())
                .findFirst()
                .orElseGet(() -> BindingErrorText.sentence(
                        name.toString(), target.getType().toClass(), property == null ? null : property.getValue())));
        return null;
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
