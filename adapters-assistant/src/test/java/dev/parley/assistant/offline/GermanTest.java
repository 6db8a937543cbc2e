package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import dev.parley.assistant.offline.Intent.Add;
import dev.parley.assistant.offline.Intent.Change;
import dev.parley.assistant.offline.Intent.Search;
import dev.parley.assistant.offline.Intent.Show;
import dev.parley.assistant.offline.Intent.ShowTags;
import dev.parley.assistant.offline.Intent.SmallTalk;
import dev.parley.assistant.offline.Intent.Unclear;
import dev.parley.assistant.offline.TaskChange.Complete;
import dev.parley.assistant.offline.TaskChange.Delete;
import dev.parley.assistant.offline.TaskChange.Prioritize;
import dev.parley.assistant.offline.TaskChange.Rename;
import dev.parley.assistant.offline.TaskChange.Reopen;
import dev.parley.assistant.offline.TaskChange.Tag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GermanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neue Aufgabe: Milch kaufen",
                "Neue Aufgabe Milch kaufen.",
                "Aufgabe: Milch kaufen",
                "To-do: „Milch kaufen“",
                "füge eine Aufgabe hinzu: Milch kaufen",
                "Fuege bitte eine neue Aufgabe hinzu: Milch kaufen",
                "Fügen Sie die Aufgabe „Milch kaufen“ hinzu, bitte!",
                "füge die Aufgabe Milch kaufen hinzu",
                "leg eine Aufgabe an: Milch kaufen",
                "legen Sie bitte eine Aufgabe »Milch kaufen« an",
                "erstelle eine neue Aufgabe: Milch kaufen",
                "Hallo! Könnten Sie mir bitte eine Aufgabe anlegen: Milch kaufen? Danke!",
                "kannst du die Aufgabe Milch kaufen hinzufügen?",
                "ich möchte eine Aufgabe erstellen: Milch kaufen",
                "füge Milch kaufen zu meiner Liste hinzu",
                "setze Milch kaufen auf die Aufgabenliste",
                "erinnere mich an Milch kaufen",
                "Erinnern Sie mich daran, Milch kaufen"
            })
    void addsATask(String message) {
        assertThat(read(message)).isEqualTo(new Add("Milch kaufen", Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "füge eine Aufgabe mit hoher Priorität hinzu: Bank anrufen #zuhause",
                "neue Aufgabe mit hoher Priorität: Bank anrufen #zuhause",
                "neue Aufgabe: Bank anrufen mit hoher Priorität #zuhause",
                "neue Aufgabe: Bank anrufen (Priorität hoch) #zuhause",
                "Aufgabe: „Bank anrufen“, hohe Prioritaet #zuhause"
            })
    void addsATaskWithPriorityAndTags(String message) {
        assertThat(read(message)).isEqualTo(new Add("Bank anrufen", Optional.of("high"), List.of("zuhause")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erledige Milch kaufen",
                "Erledigen Sie bitte die Aufgabe Milch kaufen.",
                "markiere Milch kaufen als erledigt",
                "Markieren Sie „Milch kaufen“ als abgeschlossen",
                "schließe Milch kaufen ab",
                "schliess Milch kaufen ab",
                "hake 'Milch kaufen' ab",
                "Milch kaufen ist erledigt",
                "Kannst du Milch kaufen als erledigt markieren?",
                "Aufgabe Milch kaufen abhaken"
            })
    void completes(String message) {
        assertThat(read(message)).isEqualTo(new Change("Milch kaufen", new Complete()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "öffne Milch kaufen wieder",
                "Öffnen Sie die Aufgabe «Milch kaufen» wieder!",
                "oeffne wieder Milch kaufen",
                "markiere Milch kaufen als nicht erledigt",
                "markiere Milch kaufen wieder als offen",
                "Milch kaufen ist doch nicht erledigt",
                "Milch kaufen wieder öffnen"
            })
    void reopens(String message) {
        assertThat(read(message)).isEqualTo(new Change("Milch kaufen", new Reopen()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lösche Milch kaufen",
                "Löschen Sie bitte die Aufgabe „Milch kaufen”.",
                "loesch Milch kaufen",
                "entferne “Milch kaufen”",
                "streiche Milch kaufen von meiner Liste",
                "Würden Sie „Milch kaufen“ löschen?",
                "die Aufgabe Milch kaufen löschen"
            })
    void deletes(String message) {
        assertThat(read(message)).isEqualTo(new Change("Milch kaufen", new Delete()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benenne Milch kaufen in Hafermilch kaufen um",
                "benenne Milch kaufen um in Hafermilch kaufen",
                "Benennen Sie die Aufgabe „Milch kaufen“ in „Hafermilch kaufen“ um.",
                "könntest du Milch kaufen in Hafermilch kaufen umbenennen?",
                "ändere den Titel von Milch kaufen in Hafermilch kaufen"
            })
    void renames(String message) {
        assertThat(read(message)).isEqualTo(new Change("Milch kaufen", new Rename("Hafermilch kaufen")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setze die Priorität von Milch kaufen auf hoch",
                "Ändern Sie die Priorität der Aufgabe Milch kaufen auf hoch",
                "setze Milch kaufen auf hohe Priorität",
                "gib „Milch kaufen“ hohe Priorität",
                "geben Sie der Aufgabe Milch kaufen eine hohe Priorität",
                "markiere Milch kaufen als wichtig",
                "kannst du die Priorität von Milch kaufen auf hoch setzen?"
            })
    void prioritizes(String message) {
        assertThat(read(message)).isEqualTo(new Change("Milch kaufen", new Prioritize("high")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tagge Treffen mit Bob mit zuhause und arbeit",
                "taggen Sie „Treffen mit Bob“ mit #zuhause #arbeit",
                "versieh Treffen mit Bob mit den Tags zuhause, arbeit",
                "gib der Aufgabe Treffen mit Bob die Tags zuhause und arbeit",
                "kannst du Treffen mit Bob mit zuhause und arbeit taggen?"
            })
    void tags(String message) {
        assertThat(read(message)).isEqualTo(new Change("Treffen mit Bob", new Tag(List.of("zuhause", "arbeit"))));
    }

    @ParameterizedTest
    @CsvSource({
        "zeige meine Aufgaben, , , ",
        "Welche Aufgaben habe ich?, , , ",
        "meine Aufgaben anzeigen, , , ",
        "zeig meine offenen Aufgaben, pending, , ",
        "Zeigen Sie mir bitte alle unerledigten To-dos an., pending, , ",
        "welche Aufgaben sind noch nicht erledigt?, pending, , ",
        "zeige erledigte Aufgaben, completed, , ",
        "Könnten Sie mir meine erledigten Aufgaben zeigen?, completed, , ",
        "zeige meine Aufgaben mit hoher Priorität, , high, ",
        "zeige alle wichtigen Aufgaben, , high, ",
        "zeige Aufgaben mit niedriger Prioritaet, , low, ",
        "zeige meine offenen #zuhause Aufgaben, pending, , zuhause",
        "zeige Aufgaben mit dem Tag zuhause, , , zuhause",
        "zeige offene Aufgaben mit dem Tag „Haus und Hof“ an, pending, , Haus und Hof",
        "suche Aufgaben mit dem Schlagwort zuhause, , , zuhause",
        "was habe ich zu tun?, pending, , ",
        "Was muss ich heute noch erledigen?, pending, , ",
        "Was ist noch offen?, pending, , ",
        "was steht auf meiner Liste, pending, , ",
        "Was steht an?, pending, , "
    })
    void listsTasks(String message, String status, String priority, String tag) {
        assertThat(read(message))
                .isEqualTo(new Show(new TaskFilter(
                        Optional.ofNullable(status), Optional.ofNullable(priority), Optional.ofNullable(tag))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeige meine Tags", "Welche Schlagwörter gibt es?", "Tags", "zeig mir alle Tags an"})
    void listsTags(String message) {
        assertThat(read(message)).isEqualTo(new ShowTags());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suche Milch",
                "Suchen Sie bitte nach „Milch“.",
                "suche Milch in meinen Aufgaben",
                "such nach Milch",
                "finde Aufgaben mit Milch",
                "suche in meinen Aufgaben nach Milch",
                "kannst du nach Milch suchen?"
            })
    void searches(String message) {
        assertThat(read(message)).isEqualTo(new Search("Milch"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neue Aufgabe",
                "füge hinzu",
                "neue Aufgaben: eins, zwei",
                "erledige",
                "das ist erledigt",
                "markiere Milch kaufen",
                "öffne",
                "lösche alle meine erledigten Aufgaben",
                "lösche Aufgabe #2",
                "Löschen Sie bitte alles",
                "lösche Aufgabe Nr. 2",
                "Aufgaben löschen",
                "benenne Milch kaufen um",
                "benenne Jacke in Rot in Jacke in Blau um",
                "setze die Priorität von Milch kaufen",
                "tagge Milch kaufen",
                "zeige",
                "zeige lila Aufgaben",
                "suche"
            })
    void asksBack(String message) {
        assertThat(read(message)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guten Tag!",
                "Hilfe",
                "Was kannst du?",
                "Wie kann ich eine Aufgabe löschen?",
                "Wie füge ich eine Aufgabe hinzu?",
                "Zeig mir den Weg",
                "Erzähl mir einen Witz",
                "such a lovely day",
                "Kann man das löschen?"
            })
    void takesOtherTalkForNoTask(String message) {
        assertThat(read(message)).isEqualTo(new SmallTalk());
    }

    private static Intent read(String message) {
        return Intents.of(message, Language.GERMAN);
    }
}
