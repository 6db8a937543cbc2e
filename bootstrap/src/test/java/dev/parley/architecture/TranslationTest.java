package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import dev.parley.domain.shared.TextTemplate;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every text of Parley's own is there in every language, and nothing else is. */
class TranslationTest {

    private static final Pattern ENUM = Pattern.compile(
            "^package ([\\w.]+);.*^(?:public )?enum (\\w+) implements (?:ErrorCode|TextTemplate) ",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\{\\d");

    private static final List<TextTemplate> TEXTS = Sources.main().stream()
            .map(Sources::read)
            .flatMap(TranslationTest::texts)
            .toList();

    @Test
    void keysAreUnique() {
        assertThat(TEXTS).hasSizeGreaterThan(100).extracting(TextTemplate::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
    void everythingIsTranslated(Language language) {
        assertThat(language.translations().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        TEXTS.stream().map(TextTemplate::name).toList());
        assertThat(language.translations().values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ENGLISH")
    void translationsSpeakOfTheSameThings(Language language) {
        assertThat(TEXTS)
                .allSatisfy(text -> assertThat(places(language.translations().getOrDefault(text.name(), "")))
                        .isEqualTo(places(text.english())));
    }

    /** In a pattern an apostrophe would begin a quotation, so that what comes behind it is not filled in. */
    @Test
    void patternsCanBeFormatted() {
        assertThat(Stream.concat(
                                TEXTS.stream().map(TextTemplate::english),
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

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Stream<TextTemplate> texts(String source) {
        Matcher matcher = ENUM.matcher(source);
        return matcher.find() ? texts(matcher.group(1), matcher.group(2)) : Stream.empty();
    }

    private static Stream<TextTemplate> texts(String packageName, String name) {
        try {
            return Arrays.stream(Class.forName(packageName + "." + name).getEnumConstants())
                    .map(TextTemplate.class::cast);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
