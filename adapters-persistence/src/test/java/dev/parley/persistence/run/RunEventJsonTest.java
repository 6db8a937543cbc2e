package dev.parley.persistence.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.ItemUpdate.TextDelta;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunEvent.ItemUpdated;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.testing.EveryEvent;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.shared.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunEventJsonTest {

    private static final List<String> PIECES =
            List.of("", " ", "word", "two words", "\"", "\\", "\n\t", "\u0001", "é", "🚢", "\u2028", "</script>");

    @ParameterizedTest
    @MethodSource("dev.parley.application.testing.EveryEvent#events")
    void everyEventComesBackAsItWas(RunEvent event) {
        assertThat(RunEventJson.decode(RunEventJson.encode(List.of(event)))).containsExactly(event);
    }

    @Test
    void everyTypeOfEventAndUpdateIsAmongTheExamples() {
        assertThat(typesOf(EveryEvent.events().stream())).isEqualTo(permitted(RunEvent.class));
        assertThat(typesOf(EveryEvent.events().stream()
                        .filter(ItemUpdated.class::isInstance)
                        .map(event -> ((ItemUpdated) event).update())))
                .isEqualTo(permitted(ItemUpdate.class));
    }

    @Test
    void theStoredFormIsThatOfMigrationV8() throws IOException {
        Predicate<RunEvent> isOfOneItem = event -> switch (event) {
            case RunEvent.ItemAdded added -> added.item().sequence() == 2;
            case RunEvent.ItemDone done -> done.item().sequence() == 2;
            case RunEvent.ItemReplaced replaced -> replaced.item().sequence() == 2;
            case RunEvent.HiddenItemRemoved later -> false;
            default -> true;
        };
        List<RunEvent> events = EveryEvent.events().stream().filter(isOfOneItem).toList();

        try (InputStream text = requireNonNull(RunEventJsonTest.class.getResourceAsStream("events-of-V8.txt"))) {
            assertThat(events.stream()
                            .map(event -> RunEventJson.encode(List.of(event)))
                            .toList())
                    .isEqualTo(new String(text.readAllBytes(), UTF_8).lines().toList());
        }
    }

    @RepeatedTest(200)
    void anySequenceComesBackInItsOrder(RepetitionInfo repetition) {
        List<RunEvent> events = anyEvents(new Random(repetition.getCurrentRepetition()));

        assertThat(RunEventJson.decode(RunEventJson.encode(events))).isEqualTo(events);
    }

    @Test
    void eachTokenCostsOneShortString() {
        assertThat(RunEventJson.encode(List.of(
                        said("msg_1", 0, "one "),
                        said("msg_1", 0, "two"),
                        said("msg_1", 1, "three"),
                        said("msg_2", 1, "four"),
                        new RunEvent.StreamOptions(false),
                        said("msg_2", 1, "five"))))
                .isEqualTo("[[\"msg_1\",0,\"one \",\"two\"],[\"msg_1\",1,\"three\"],[\"msg_2\",1,\"four\"],"
                        + "{\"type\":\"options\",\"allowCancel\":false},[\"msg_2\",1,\"five\"]]");
    }

    @Test
    void thatAnItemIsGoneWhichIsNotShownHasAFormOfItsOwn() {
        assertThat(RunEventJson.encode(List.of(new RunEvent.HiddenItemRemoved(ItemId.Prefix.HIDDEN.id("1")))))
                .isEqualTo("[{\"type\":\"hidden_removed\",\"id\":\"shcx_1\"}]");
    }

    @Test
    void noEventsAreAnEmptyArray() {
        assertThat(RunEventJson.encode(List.of())).isEqualTo("[]");
        assertThat(RunEventJson.decode("[]")).isEmpty();
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        assertThat(RunEventJson.decode("[{\"mood\":\"calm\",\"type\":\"removed\",\"id\":\"msg_1\",\"why\":[1]}]"))
                .containsExactly(new RunEvent.ItemRemoved(ItemId.ofMessage("1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[",
                "[null]",
                "[7]",
                "[[]]",
                "[[\"msg_1\"]]",
                "[[\"msg_1\",\"0\",\"a\"]]",
                "[[\"msg_1\",0,null]]",
                "[[\"msg_1\",0,\"a\"]",
                "[[\"msg_1\",99999999999,\"a\"]]",
                "[] []",
                "[{}]",
                "[{\"type\":\"riddle\"}]",
                "[{\"type\":\"removed\"}]",
                "[{\"type\":\"removed\",\"id\":null}]",
                "[{\"type\":\"done\",\"item\":{\"id\":\"msg_1\",\"sequence\":1}}]",
                "[{\"type\":\"thread_updated\",\"conversation\":{\"status\":\"odd\"}}]"
            })
    void anUnreadableTextIsADefectOfItsOwnStep(String text) {
        SystemFailure failure = catchThrowableOfType(SystemFailure.class, () -> RunEventJson.decode(text));

        assertThat(failure).isNotNull();
        assertThat(failure.step()).isEqualTo("run.log.parse");
        assertThat(failure.kind()).isEqualTo(FailureKind.INTERNAL);
    }

    /** Events of every kind, among them runs of text of two parts of two messages. */
    private static List<RunEvent> anyEvents(Random random) {
        List<RunEvent> known = EveryEvent.events();
        List<RunEvent> events = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            events.add(random.nextInt(4) == 0 ? known.get(random.nextInt(known.size())) : anyText(random));
        }
        return events;
    }

    private static RunEvent anyText(Random random) {
        return said("msg_" + random.nextInt(2), random.nextInt(2), PIECES.get(random.nextInt(PIECES.size())));
    }

    private static RunEvent said(String id, int contentIndex, String piece) {
        return new ItemUpdated(new ItemId(id), new TextDelta(contentIndex, piece));
    }

    private static Set<Class<?>> typesOf(Stream<?> values) {
        return values.map(Object::getClass).collect(toUnmodifiableSet());
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).collect(toUnmodifiableSet());
    }
}
