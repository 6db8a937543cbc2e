package dev.parley.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.web.testing.RunningParley;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Nothing in a body stands for a value of another type, whatever could be made of it. */
class JsonTypesTest {

    private static final JsonMapper JSON = RunningParley.shared().part(JsonMapper.class);
    private static final List<Class<?>> OTHER_THAN_TEXT = List.of(
            int.class,
            long.class,
            boolean.class,
            double.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Boolean.class,
            BigInteger.class,
            BigDecimal.class,
            Number.class,
            Nested.class,
            Map.class,
            List.class,
            Set.class,
            String[].class,
            int[].class);
    private static final List<Class<?>> WRITTEN_AS_TEXT = List.of(Choice.class, UUID.class, Instant.class);

    static Stream<Arguments> textsForOtherTypes() {
        return Stream.concat(OTHER_THAN_TEXT.stream(), WRITTEN_AS_TEXT.stream())
                .flatMap(type -> Stream.of("", " ", "\\t", "\\n \\r", "\\u0000", "\\u0001 \\u001f", "null")
                        .map(text -> Arguments.of(type, "\"" + text + "\"")));
    }

    @ParameterizedTest
    @MethodSource("textsForOtherTypes")
    void aTextIsNotAnAbsentValueOfAnotherType(Class<?> type, String text) {
        assertWrong(type, text);
    }

    static Stream<Arguments> objectsForOtherTypes() {
        return Stream.concat(OTHER_THAN_TEXT.stream(), WRITTEN_AS_TEXT.stream())
                .filter(type -> type != Nested.class && type != Map.class)
                .flatMap(type -> Stream.of("{}", "{\"a\":1}").map(json -> Arguments.of(type, json)));
    }

    @ParameterizedTest
    @MethodSource("objectsForOtherTypes")
    void anObjectIsNoValueOfAnotherType(Class<?> type, String json) {
        assertWrong(type, json);
    }

    @Test
    void aNumberNamesNoChoice() {
        assertWrong(Choice.class, "0");
        assertWrong(Choice.class, "1.0");
        assertThat(JSON.readValue("\"ONE\"", Choice.class)).isEqualTo(Choice.ONE);
    }

    @Test
    void anEmptyListIsNoObject() {
        assertWrong(Nested.class, "[]");
        assertWrong(Integer.class, "[]");
        assertWrong(Choice.class, "[]");
    }

    @Test
    void whatIsNullIsAbsent() {
        assertThat(JSON.readValue("{\"number\":null}", Nested.class)).isEqualTo(new Nested(null));
    }

    private static void assertWrong(Class<?> type, String json) {
        assertThatThrownBy(() -> JSON.readValue(json, type)).isInstanceOf(MismatchedInputException.class);
    }

    private record Nested(@Nullable Integer number) {}

    private enum Choice {
        ONE,
        OTHER
    }
}
