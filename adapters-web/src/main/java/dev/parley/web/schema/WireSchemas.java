package dev.parley.web.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Describes Parley's own types as they are sent: a record is an object, and whatever of it is not {@link Nullable} is there; a
 * sealed interface is one of its records, told apart by {@code type}.
 */
public final class WireSchemas {

    /** Where Parley's own controllers and their types are. */
    public static final String PACKAGE = "dev.parley.web.";

    private static final String REFERENCE = "#/components/schemas/";
    private static final String DISCRIMINATOR = "type";
    private static final ConcurrentMap<String, ResolvableType> NAMES = new ConcurrentHashMap<>();

    private final BiConsumer<String, Schema<?>> components;

    /**
     * Describes types.
     *
     * @param components takes each named schema
     */
    public WireSchemas(BiConsumer<String, Schema<?>> components) {
        this.components = components;
    }

    /** A type's schema, which for records and sealed interfaces is a reference to a component. */
    public Schema<?> of(Type type) {
        return schema(ResolvableType.forType(type));
    }

    /** The schema of a page, an envelope or the like. */
    public Schema<?> of(Class<?> generic, Class<?> argument) {
        return schema(ResolvableType.forClassWithGenerics(generic, argument));
    }

    /** What a method is given by names, as the members of an object. */
    public Schema<?> object(Parameter[] parameters) {
        JsonSchema object = typed("object");
        for (Parameter parameter : parameters) {
            ResolvableType type = ResolvableType.forType(parameter.getParameterizedType());
            add(
                    object,
                    parameter.getAnnotation(JsonProperty.class).value(),
                    type,
                    parameter,
                    parameter.getAnnotatedType());
        }
        return object;
    }

    /** A reference to a schema under a name of its own. */
    public Schema<?> named(String name, Schema<?> schema) {
        components.accept(name, schema);
        return new JsonSchema().$ref(REFERENCE + name);
    }

    /** One of several objects, told apart by the values of their {@code type}. */
    public static Schema<?> oneOf(Map<String, Schema<?>> byType) {
        Discriminator discriminator = new Discriminator().propertyName(DISCRIMINATOR);
        byType.forEach((type, schema) -> discriminator.mapping(type, schema.get$ref()));
        Schema<?> union = new JsonSchema().discriminator(discriminator);
        byType.values().stream()
                .map(Schema::get$ref)
                .distinct()
                .forEach(reference -> union.addOneOfItem(new JsonSchema().$ref(reference)));
        return union;
    }

    /** A schema of one JSON type. */
    public static JsonSchema typed(String type) {
        JsonSchema schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    /** Whether it is a record or a sealed interface of Parley's web adapter; what else there is may be anything. */
    public static boolean isDescribed(Class<?> type) {
        return type.getName().startsWith(PACKAGE) && (type.isRecord() || type.isSealed());
    }

    private Schema<?> schema(ResolvableType given) {
        ResolvableType type = described(given);
        Class<?> raw = type.toClass();
        if (raw == String.class) {
            return typed("string");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return typed("boolean");
        }
        if (raw == int.class || raw == Integer.class) {
            return typed("integer").format("int32");
        }
        if (raw == long.class || raw == Long.class) {
            return typed("integer").format("int64");
        }
        if (raw == Double.class) {
            return typed("number").format("double");
        }
        if (raw == Instant.class) {
            return typed("string").format("date-time");
        }
        if (raw == LocalDate.class) {
            return typed("string").format("date");
        }
        if (Iterable.class.isAssignableFrom(raw)) {
            return typed("array").items(schema(type.as(Iterable.class).getGeneric()));
        }
        if (raw == Map.class) {
            return typed("object").additionalProperties(schema(type.getGeneric(1)));
        }
        return isDescribed(raw) ? component(type, raw) : new JsonSchema();
    }

    /** Some types are read from another form than the one that clients see. */
    private static ResolvableType described(ResolvableType type) {
        return constraints(type.toClass())
                .map(given -> given.implementation())
                .filter(form -> form != Void.class)
                .<ResolvableType>map(ResolvableType::forClass)
                .orElse(type);
    }

    private Schema<?> component(ResolvableType type, Class<?> raw) {
        String name = name(type);
        ResolvableType other = NAMES.putIfAbsent(name, type);
        if (other != null && !other.toString().equals(type.toString())) {
            throw new IllegalStateException("%s and %s are both described as %s".formatted(other, type, name));
        }
        Optional<RecordComponent> alternatives = raw.isRecord() ? alternatives(raw) : Optional.empty();
        return named(
                name,
                alternatives.isPresent()
                        ? union(alternatives.get().getType(), type)
                        : raw.isRecord() ? record(type) : union(raw, null));
    }

    /** One of several objects, told apart by the values of their {@code type}, under a name of its own. */
    public Schema<?> oneOf(String name, Map<String, Schema<?>> byType) {
        return named(name, oneOf(byType));
    }

    /** The part of a record that stands in the record itself and is one of several. */
    private static Optional<RecordComponent> alternatives(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component ->
                        isUnwrapped(component) && component.getType().isSealed())
                .findFirst();
    }

    /** The records of a sealed type, each with the members of the record around it, if there is one. */
    private Schema<?> union(Class<?> sealed, @Nullable ResolvableType around) {
        Map<String, Schema<?>> byType = new LinkedHashMap<>();
        JsonSchema withoutTypes = new JsonSchema();
        for (Class<?> variant : sealed.getPermittedSubclasses()) {
            ResolvableType type = ResolvableType.forClass(variant);
            Schema<?> schema = around == null ? schema(type) : named(name(type), object(Stream.of(around, type)));
            types(variant).forEach(value -> byType.put(value, schema));
            withoutTypes.addOneOfItem(schema);
        }
        return byType.isEmpty() ? withoutTypes : oneOf(byType);
    }

    private static List<String> types(Class<?> variant) {
        return Arrays.stream(variant.getRecordComponents())
                .filter(component -> component.getName().equals(DISCRIMINATOR))
                .flatMap(component -> Arrays.stream(constraints(component.getAccessor())
                        .map(given -> given.allowableValues())
                        .orElseThrow(
                                () -> new IllegalStateException("the types of " + variant + " are not described"))))
                .toList();
    }

    private Schema<?> record(ResolvableType type) {
        return object(Stream.of(type));
    }

    private Schema<?> object(Stream<ResolvableType> records) {
        JsonSchema object = typed("object");
        records.forEach(record -> Arrays.stream(record.toClass().getRecordComponents())
                .filter(component -> !isHidden(component))
                .forEach(component -> add(object, record, component)));
        return object;
    }

    private void add(JsonSchema object, ResolvableType owner, RecordComponent component) {
        if (isUnwrapped(component)) {
            if (!component.getType().isSealed()) {
                addOptional(object, component.getType());
            }
            return;
        }
        ResolvableType type = ResolvableType.forType(component.getGenericType(), owner);
        add(object, nameOf(component), type, component.getAccessor(), component.getAnnotatedType());
    }

    /** What is unwrapped is there as a whole or not at all. */
    private void addOptional(JsonSchema object, Class<?> part) {
        Schema<?> members = record(ResolvableType.forClass(part));
        members.getProperties().forEach(object::addProperty);
    }

    private void add(
            JsonSchema object, String name, ResolvableType type, AnnotatedElement element, AnnotatedType annotated) {
        Optional<io.swagger.v3.oas.annotations.media.Schema> constraints = constraints(element);
        Schema<?> schema = schema(type);
        constraints.ifPresent(given -> constrain(schema, given));
        object.addProperty(name, schema);
        boolean isRequired = constraints
                        .map(given -> given.requiredMode()
                                == io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED)
                        .orElse(false)
                || !annotated.isAnnotationPresent(Nullable.class);
        if (isRequired) {
            object.addRequiredItem(name);
        }
    }

    private static Optional<io.swagger.v3.oas.annotations.media.Schema> constraints(AnnotatedElement element) {
        return Optional.ofNullable(
                AnnotatedElementUtils.getMergedAnnotation(element, io.swagger.v3.oas.annotations.media.Schema.class));
    }

    /** Of a list, what is constrained are its elements. */
    private static void constrain(Schema<?> schema, io.swagger.v3.oas.annotations.media.Schema given) {
        Schema<?> one = schema.getItems() == null ? schema : schema.getItems();
        if (!given.type().isEmpty()) {
            one.addType(given.type());
        }
        if (!given.pattern().isEmpty()) {
            one.setPattern(given.pattern());
        }
        if (given.minLength() > 0) {
            one.setMinLength(given.minLength());
        }
        if (given.maxLength() < Integer.MAX_VALUE) {
            one.setMaxLength(given.maxLength());
        }
        if (!given.minimum().isEmpty()) {
            one.setMinimum(new BigDecimal(given.minimum()));
        }
        if (!given.maximum().isEmpty()) {
            one.setMaximum(new BigDecimal(given.maximum()));
        }
        if (given.allowableValues().length > 0) {
            enumerate(one, List.of(given.allowableValues()));
        }
    }

    @SuppressWarnings("unchecked") // a schema's enum has the type of its values, which are texts
    private static void enumerate(Schema<?> schema, List<String> values) {
        ((Schema<Object>) schema).setEnum(new ArrayList<>(values));
    }

    private static boolean isUnwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private static boolean isHidden(RecordComponent component) {
        return constraints(component.getAccessor()).map(given -> given.hidden()).orElse(false);
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static String name(ResolvableType type) {
        String own = constraints(type.toClass())
                .map(given -> given.name())
                .filter(name -> !name.isEmpty())
                .orElse(type.toClass().getSimpleName());
        return own + Arrays.stream(type.getGenerics()).map(WireSchemas::name).collect(Collectors.joining());
    }
}
