package dev.parley.assistant.offline;

import static dev.parley.application.shared.Language.ENGLISH;
import static dev.parley.application.shared.Language.FRENCH;
import static dev.parley.application.shared.Language.GERMAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.application.shared.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a long message holds, it is answered: what takes more than linear time takes minutes for it. */
class LongMessageTest {

    private static final int LENGTH = 25_000;

    private static final Map<Language, List<String>> BEGINNINGS = Map.of(
            ENGLISH,
            List.of(
                    "",
                    "add task ",
                    "add task \"",
                    "add ",
                    "list tasks tagged ",
                    "show ",
                    "mark ",
                    "make ",
                    "set ",
                    "rename ",
                    "rename \"",
                    "tag ",
                    "search ",
                    "find ",
                    "complete ",
                    "please "),
            GERMAN,
            List.of(
                    "",
                    "füge eine Aufgabe ",
                    "füge ",
                    "zeige Aufgaben mit dem Tag ",
                    "markiere ",
                    "öffne ",
                    "setze die Priorität von ",
                    "gib ",
                    "benenne ",
                    "tagge ",
                    "suche ",
                    "bitte "),
            FRENCH,
            List.of(
                    "",
                    "ajoute une tâche ",
                    "ajoute l’étiquette ",
                    "affiche les tâches avec l’étiquette ",
                    "marque ",
                    "mets ",
                    "mets la priorité de ",
                    "supprime ",
                    "renomme ",
                    "étiquette ",
                    "bonjour "));

    private static final Map<Language, List<String>> REPETITIONS = Map.of(
            ENGLISH,
            List.of(
                    "a",
                    " ",
                    "!",
                    "\"",
                    "' ",
                    " #a",
                    "#",
                    " to ",
                    " to '",
                    " with ",
                    " with tag ",
                    " as done x",
                    " high priority",
                    ", please",
                    "please ",
                    "tasks tagged ",
                    "tasks ",
                    "not ",
                    "\n",
                    "İ",
                    "🚢"),
            GERMAN,
            List.of(
                    " #a",
                    "„ ",
                    "“ ",
                    " auf hoch ",
                    " mit x taggen",
                    " mit dem Tag ",
                    " mit hoher Priorität",
                    " erledigt",
                    " in „",
                    " um",
                    " den Tag x",
                    " von meiner Liste",
                    "Aufgaben mit dem Tag ",
                    "nicht erledigt ",
                    "guten Tag "),
            FRENCH,
            List.of(
                    " #a",
                    "« ",
                    "» ",
                    " en ",
                    " à ma ",
                    " à haute ",
                    " avec ",
                    " comme terminée",
                    " est ",
                    " de ma liste",
                    " (priorité haute",
                    "les tâches étiquetées ",
                    " en cours",
                    "n’est pas "));

    @ParameterizedTest
    @MethodSource("repetitions")
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void isAnswered(Language language, String repeated) {
        String body = repeated.repeat(LENGTH / repeated.length());

        assertThat(Optional.ofNullable(BEGINNINGS.get(language)).orElseThrow()).allSatisfy(beginning -> {
            assertIsAnswered(beginning + body, language);
            assertIsAnswered(beginning + body + "x", language);
        });
    }

    private static void assertIsAnswered(String message, Language language) {
        TaskTalk talk = new TaskTalk(new TaskTools(new ReplyWithTasks()), language);
        assertThat(talk.answerTo(message)).isNotEmpty();
    }

    static Stream<Arguments> repetitions() {
        return REPETITIONS.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(repeated -> arguments(entry.getKey(), repeated)));
    }
}
