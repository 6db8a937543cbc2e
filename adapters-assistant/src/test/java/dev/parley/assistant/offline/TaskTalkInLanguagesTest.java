package dev.parley.assistant.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.Language;
import dev.parley.application.tool.ToolResult;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskTalkInLanguagesTest {

    private final ReplyWithTasks reply = new ReplyWithTasks();

    @Test
    void germanTellsWhatItDid() {
        assertThat(german("neue Aufgabe mit hoher Priorität: Bank anrufen #zuhause"))
                .isEqualTo("Hinzugefügt: „Bank anrufen“ (hohe Priorität) #zuhause.");
        assertThat(german("erledige bank anrufen")).isEqualTo("Erledigt: ✓ „Bank anrufen“.");
        assertThat(german("erledige Bank anrufen")).isEqualTo("„Bank anrufen“ ist schon erledigt.");
        assertThat(german("öffne Bank anrufen wieder")).isEqualTo("„Bank anrufen“ ist wieder offen.");
        assertThat(german("benenne Bank anrufen in Bankgespräch um"))
                .isEqualTo("„Bank anrufen“ heißt jetzt „Bankgespräch“.");
        assertThat(german("gib Bankgespräch niedrige Priorität"))
                .isEqualTo("„Bankgespräch“ hat jetzt niedrige Priorität.");
        assertThat(german("tagge Bankgespräch mit geld"))
                .isEqualTo("„Bankgespräch“ hat jetzt die Tags #zuhause #geld.");
        assertThat(german("lösche Bankgespräch")).isEqualTo("„Bankgespräch“ ist gelöscht.");
        assertThat(german("lösche Bankgespräch"))
                .isEqualTo("Ich habe keine Aufgabe mit dem Titel „Bankgespräch“ gefunden.");
    }

    @Test
    void germanCounts() {
        assertThat(german("was habe ich zu tun?")).isEqualTo("Sie haben keine offenen Aufgaben.");
        assertThat(german("zeige Aufgaben mit dem Tag zuhause"))
                .isEqualTo("Sie haben keine Aufgaben mit dem Tag #zuhause.");

        reply.with("Milch kaufen", "high", "zuhause");

        assertThat(german("zeige meine offenen #zuhause Aufgaben mit hoher Priorität"))
                .isEqualTo("""
                Sie haben 1 offene Aufgabe mit hoher Priorität mit dem Tag #zuhause:
                1. Milch kaufen (hohe Priorität) #zuhause""");

        reply.withDone("Schlafen");

        assertThat(german("zeige meine Aufgaben")).isEqualTo("""
                Sie haben 2 Aufgaben:
                1. Milch kaufen (hohe Priorität) #zuhause
                2. ✓ Schlafen (mittlere Priorität)""");
        assertThat(german("zeige meine Tags")).isEqualTo("""
                Sie haben 1 Tag:
                1. #zuhause (1 Aufgabe)""");
    }

    @Test
    void frenchTellsWhatItDid() {
        assertThat(french("ajoute une tâche de priorité haute : Appeler la banque #maison"))
                .isEqualTo("Tâche ajoutée\u00a0: «\u202fAppeler la banque\u202f» (priorité haute) #maison.");
        assertThat(french("termine appeler la banque")).isEqualTo("Terminée\u00a0: ✓ «\u202fAppeler la banque\u202f».");
        assertThat(french("mets Appeler la banque en priorité basse"))
                .isEqualTo("«\u202fAppeler la banque\u202f» a maintenant une priorité basse.");
        assertThat(french("supprime Appeler la banque"))
                .isEqualTo("Tâche supprimée\u00a0: «\u202fAppeler la banque\u202f».");
    }

    @Test
    void frenchCounts() {
        assertThat(french("qu’est-ce que j’ai à faire ?")).isEqualTo("Vous n’avez aucune tâche en cours.");

        reply.with("Acheter du lait");

        assertThat(french("affiche mes tâches")).startsWith("Vous avez 1 tâche\u00a0:");

        IntStream.rangeClosed(1, 30).forEach(i -> reply.with("Tâche " + i));

        assertThat(french("affiche mes tâches en cours"))
                .startsWith("Vous avez 31 tâches en cours\u00a0:")
                .endsWith("\n… et 1 autre.");
    }

    @Test
    void asksBack() {
        assertThat(german("lösche"))
                .isEqualTo("Welche Aufgabe soll ich löschen? Nennen Sie mir ihren Titel, zum Beispiel „lösche Milch"
                        + " kaufen“.");
        assertThat(french("supprime"))
                .isEqualTo("Quelle tâche dois-je supprimer\u202f? Dites-moi son titre, par exemple «\u202fsupprime"
                        + " Acheter du lait\u202f».");
    }

    @Test
    void whoWritesEnglishIsUnderstoodAndAnsweredInTheOwnLanguage() {
        assertThat(german("add task: Buy milk")).isEqualTo("Hinzugefügt: „Buy milk“ (mittlere Priorität).");
        assertThat(german("delete")).startsWith("Welche Aufgabe soll ich löschen?");
    }

    @Test
    void titlesAreNeverTranslated() {
        reply.with("Delete").with("high");

        assertThat(german("delete the task called Delete")).isEqualTo("„Delete“ ist gelöscht.");
        assertThat(german("list tasks")).endsWith("\n1. high (mittlere Priorität)");
    }

    @Test
    void titlesAreNoPatterns() {
        assertThat(german("neue Aufgabe: {0} 'x' {1,choice,0#a}"))
                .isEqualTo("Hinzugefügt: „{0} 'x' {1,choice,0#a}“ (mittlere Priorität).");
    }

    @Test
    void whatAToolRefusesIsToldAsTheToolSaysIt() {
        reply.answering(ToolResult.error("{\"success\":false,\"error\":\"Der Titel ist zu lang.\"}"));

        assertThat(german("neue Aufgabe: x")).isEqualTo("Das ging nicht: Der Titel ist zu lang.");
    }

    private String german(String message) {
        return new TaskTalk(new TaskTools(reply), Language.GERMAN).answerTo(message);
    }

    private String french(String message) {
        return new TaskTalk(new TaskTools(reply), Language.FRENCH).answerTo(message);
    }
}
