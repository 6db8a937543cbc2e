package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputText;
import dev.parley.domain.shared.InvalidRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserInputTest {

    private static final ConversationLimits LIMITS = new ConversationLimits(10, 5, 100);

    @Test
    void mayBeAsLongAsTheLimit() {
        assertThatCode(() -> check("12345")).doesNotThrowAnyException();
    }

    @Test
    void aSurrogatePairCountsAsOneCharacter() {
        assertThatCode(() -> check("🚢🚢🚢🚢🚢")).doesNotThrowAnyException();
    }

    @Test
    void whatIsTooLongIsToldItsLimitAndItsLength() {
        assertThatThrownBy(() -> check("🚢🚢🚢🚢🚢🚢"))
                .hasFieldOrPropertyWithValue("error", ConversationError.MESSAGE_TOO_LONG)
                .hasMessage("A message may have at most 5 characters; this one has 6.");
    }

    @Test
    void allPartsCountTogether() {
        assertThatThrownBy(() -> check("123", "456"))
                .hasFieldOrPropertyWithValue("error", ConversationError.MESSAGE_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "\u00A0", "\u2003\u3000", "\u2028\u2029", "\u0085", "\u001C\u001F"})
    void whiteSpaceIsEmpty(String text) {
        assertThatThrownBy(() -> check(text)).hasFieldOrPropertyWithValue("error", ConversationError.EMPTY_MESSAGE);
    }

    @Test
    void noPartAtAllIsEmpty() {
        assertThatThrownBy(UserInputTest::check).hasFieldOrPropertyWithValue("error", ConversationError.EMPTY_MESSAGE);
    }

    @Test
    void oneWordedPartIsEnough() {
        assertThatCode(() -> check(" ", "a")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\uD83D", "\uDEA2b", "\uDEA2\uD83D"})
    void textThatCannotBeStoredIsRefused(String text) {
        InvalidRequest refusal = catchThrowableOfType(InvalidRequest.class, () -> check(text));

        assertThat(refusal.field()).isEqualTo("content");
    }

    @Test
    void aSurrogatePairSplitOverTwoPartsIsRefused() {
        assertThatThrownBy(() -> check("\uD83D", "\uDEA2")).isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @CsvSource({
        "abcde, abcde",
        "ab cd, ab cd",
        "ab cde, ab…",
        "abcdefg, abcd…",
        "🚢🚢🚢🚢🚢🚢, 🚢🚢🚢🚢…",
        "ab cd ef, ab…"
    })
    void aQuotationIsCutAtAWordToTheLimit(String quoted, String kept) {
        UserInput input = new UserInput(List.of(new InputText("why?")), List.of(), quoted, InferenceOptions.DEFAULT);

        assertThat(input.withShortQuotation(LIMITS).quotedText()).isEqualTo(kept);
    }

    private static void check(String... parts) {
        new UserInput(Stream.of(parts).map(InputText::new).toList()).check(LIMITS);
    }
}
