package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whatever the code says to people is there in every language, and nothing else is. */
class TranslationTest {

    private static final String STRING = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern STRINGS = Pattern.compile(STRING);
    private static final Pattern SAID =
            Pattern.compile("\\bLocalizedText\\.of\\((\\s*(" + STRING + "(?:\\s*\\+\\s*" + STRING + ")*))?");
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private static final Set<String> SAID_IN_CODE = said().filter(said -> said.group(2) != null)
            .map(said -> literal(said.group(2)))
            .collect(Collectors.toCollection(TreeSet::new));

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
    void everythingIsTranslated(Language language) {
        assertThat(SAID_IN_CODE).hasSizeGreaterThan(100);
        assertThat(language.translations().keySet()).containsExactlyInAnyOrderElementsOf(SAID_IN_CODE);
        assertThat(language.translations().values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
    void translationsSpeakOfTheSameThings(Language language) {
        assertThat(language.translations())
                .allSatisfy(
                        (english, translated) -> assertThat(places(translated)).isEqualTo(places(english)));
    }

    /** In a pattern an apostrophe would begin a quotation, so that what comes behind it is not filled in. */
    @Test
    void patternsCanBeFormatted() {
        assertThat(Stream.concat(
                                SAID_IN_CODE.stream(),
                                Arrays.stream(Language.values())
                                        .map(Language::translations)
                                        .map(Map::values)
                                        .flatMap(Collection::stream))
                        .filter(text -> PLACE.matcher(text).find()))
                .allSatisfy(pattern -> {
                    assertThat(pattern).doesNotContain("'");
                    new MessageFormat(pattern);
                });
    }

    /** Translators cannot find what is put together while the server runs. */
    @Test
    void whatIsSaidStandsInTheCode() {
        assertThat(said().filter(said -> said.group(2) == null)).isEmpty();
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String literal(String strings) {
        return STRINGS.matcher(strings)
                .results()
                .map(MatchResult::group)
                .map(string -> string.substring(1, string.length() - 1).translateEscapes())
                .collect(Collectors.joining());
    }

    private static Stream<MatchResult> said() {
        return Sources.main().stream()
                .map(Sources::read)
                .flatMap(source -> SAID.matcher(source).results());
    }
}
