package dev.parley.assistant.offline;

import static dev.parley.application.shared.Language.ENGLISH;
import static dev.parley.application.shared.Language.FRENCH;
import static dev.parley.application.shared.Language.GERMAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import dev.parley.assistant.offline.Intent.Add;
import dev.parley.assistant.offline.Intent.Change;
import dev.parley.assistant.offline.Intent.Search;
import dev.parley.assistant.offline.Intent.Show;
import dev.parley.assistant.offline.Intent.ShowTags;
import dev.parley.assistant.offline.TaskChange.Complete;
import dev.parley.assistant.offline.TaskChange.Delete;
import dev.parley.assistant.offline.TaskChange.Prioritize;
import dev.parley.assistant.offline.TaskChange.Rename;
import dev.parley.assistant.offline.TaskChange.Reopen;
import dev.parley.assistant.offline.TaskChange.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever users are told to say does what they are told it does. */
class ExampleTest {

    private static final Map<Language, Titles> TITLES = Map.of(
            ENGLISH,
            new Titles(
                    "Buy milk",
                    "Buy oat milk",
                    "Call the bank",
                    "water the plants",
                    "home",
                    "milk",
                    "Go to the bank",
                    "Go to the post office"),
            GERMAN,
            new Titles(
                    "Milch kaufen",
                    "Hafermilch kaufen",
                    "Bank anrufen",
                    "die Blumen zu gießen",
                    "zuhause",
                    "Milch",
                    "Jacke in Rot kaufen",
                    "Jacke in Blau kaufen"),
            FRENCH,
            new Titles(
                    "Acheter du lait",
                    "Acheter du lait d’avoine",
                    "Appeler la banque",
                    "arroser les plantes",
                    "maison",
                    "lait",
                    "Aller en ville",
                    "Aller en forêt"));

    @ParameterizedTest
    @EnumSource
    void isUnderstoodInTheLanguageThatItIsShownIn(Language language) {
        assertThat(Example.values())
                .allSatisfy(example -> assertThat(Intents.of(language.localize(example.words()), language))
                        .isEqualTo(meant(
                                example,
                                Optional.ofNullable(TITLES.get(language)).orElseThrow())));
    }

    @ParameterizedTest
    @EnumSource
    void isUnderstoodInEnglishByAllOthers(Language language) {
        assertThat(Example.values())
                .allSatisfy(example -> assertThat(Intents.of(example.words().toString(), language))
                        .isEqualTo(Intents.of(example.words().toString(), ENGLISH)));
    }

    @Test
    void isTypedWithWhateverApostrophe() {
        assertThat(Intents.of("rappelle-moi d'arroser les plantes", FRENCH))
                .isEqualTo(Intents.of(FRENCH.localize(Example.REMIND.words()), FRENCH));
    }

    private static Intent meant(Example example, Titles titles) {
        return switch (example) {
            case ADD -> new Add(titles.milk(), Optional.empty(), List.of());
            case ADD_PRIORITY -> new Add(titles.bank(), Optional.of("high"), List.of(titles.tag()));
            case REMIND -> new Add(titles.plants(), Optional.empty(), List.of());
            case ASK_PENDING, LIST_PENDING -> new Show(TaskFilter.PENDING);
            case LIST_PRIORITY -> new Show(TaskFilter.ALL.withPriority("high"));
            case LIST_TAGGED -> new Show(TaskFilter.ALL.withTag(titles.tag()));
            case LIST_TAGS -> new ShowTags();
            case SEARCH -> new Search(titles.text());
            case COMPLETE, MARK -> new Change(titles.milk(), new Complete());
            case REOPEN -> new Change(titles.milk(), new Reopen());
            case DELETE -> new Change(titles.milk(), new Delete());
            case RENAME -> new Change(titles.milk(), new Rename(titles.oatMilk()));
            case RENAME_QUOTED -> new Change(titles.oldPlace(), new Rename(titles.newPlace()));
            case PRIORITIZE -> new Change(titles.milk(), new Prioritize("high"));
            case TAG -> new Change(titles.milk(), new Tag(List.of(titles.tag())));
        };
    }

    private record Titles(
            String milk,
            String oatMilk,
            String bank,
            String plants,
            String tag,
            String text,
            String oldPlace,
            String newPlace) {}
}
