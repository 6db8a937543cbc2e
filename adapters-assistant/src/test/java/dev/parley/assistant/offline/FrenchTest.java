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

class FrenchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajoute une tâche : Acheter du lait",
                "Ajoute une tache: Acheter du lait.",
                "ajoutez la tâche « Acheter du lait », s’il vous plaît",
                "ajoute-moi une nouvelle tâche : «\u202fAcheter du lait\u202f»",
                "Bonjour ! Pourriez-vous ajouter une tâche\u00a0: Acheter du lait ? Merci !",
                "peux-tu m'ajouter une tâche appelée Acheter du lait ?",
                "je voudrais créer une tâche : Acheter du lait",
                "Crée une tâche pour Acheter du lait",
                "nouvelle tâche : Acheter du lait",
                "tâche : \"Acheter du lait\"",
                "rappelle-moi d'Acheter du lait",
                "Rappelez-moi d’Acheter du lait, s'il vous plait",
                "peux-tu me rappeler d’Acheter du lait ?",
                "ajoute Acheter du lait à ma liste"
            })
    void addsATask(String message) {
        assertThat(read(message)).isEqualTo(new Add("Acheter du lait", Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajoute une tâche de priorité haute : Appeler la banque #maison",
                "ajoute une tâche prioritaire : Appeler la banque #maison",
                "nouvelle tâche de haute priorité : Appeler la banque #maison",
                "nouvelle tâche : Appeler la banque (priorité haute) #maison",
                "nouvelle tâche : « Appeler la banque », priorite haute #maison"
            })
    void addsATaskWithPriorityAndTags(String message) {
        assertThat(read(message)).isEqualTo(new Add("Appeler la banque", Optional.of("high"), List.of("maison")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "termine Acheter du lait",
                "Terminez la tâche « Acheter du lait », s'il vous plaît.",
                "peux-tu terminer Acheter du lait ?",
                "marque Acheter du lait comme terminée",
                "marquez « Acheter du lait » comme faite",
                "coche Acheter du lait",
                "Acheter du lait est terminée"
            })
    void completes(String message) {
        assertThat(read(message)).isEqualTo(new Change("Acheter du lait", new Complete()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rouvre Acheter du lait",
                "Rouvrez la tâche Acheter du lait",
                "réactive Acheter du lait",
                "marque Acheter du lait comme non terminée",
                "marque Acheter du lait comme à faire",
                "Acheter du lait n’est pas encore terminée"
            })
    void reopens(String message) {
        assertThat(read(message)).isEqualTo(new Change("Acheter du lait", new Reopen()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "supprime Acheter du lait",
                "Supprimez la tâche « Acheter du lait », s’il vous plaît !",
                "veuillez supprimer «Acheter du lait»",
                "efface “Acheter du lait”",
                "supprimez s’il vous plaît la tâche Acheter du lait",
                "enlève Acheter du lait de ma liste"
            })
    void deletes(String message) {
        assertThat(read(message)).isEqualTo(new Change("Acheter du lait", new Delete()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renomme Acheter du lait en Acheter du pain",
                "Renommez la tâche « Acheter du lait » en « Acheter du pain ».",
                "pouvez-vous renommer Acheter du lait en Acheter du pain ?",
                "change le titre d’Acheter du lait en Acheter du pain"
            })
    void renames(String message) {
        assertThat(read(message)).isEqualTo(new Change("Acheter du lait", new Rename("Acheter du pain")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mets Acheter du lait en priorité haute",
                "Passez Acheter du lait en haute priorité",
                "mets la priorité de Acheter du lait à haute",
                "change la priorité de la tâche Acheter du lait en haute",
                "donne une priorité haute à Acheter du lait",
                "marque Acheter du lait comme prioritaire"
            })
    void prioritizes(String message) {
        assertThat(read(message)).isEqualTo(new Change("Acheter du lait", new Prioritize("high")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "étiquette Dîner avec Bob avec maison et travail",
                "etiquetez « Dîner avec Bob » avec #maison #travail",
                "peux-tu étiqueter Dîner avec Bob avec les étiquettes maison, travail ?",
                "ajoute les étiquettes maison et travail à Dîner avec Bob"
            })
    void tags(String message) {
        assertThat(read(message)).isEqualTo(new Change("Dîner avec Bob", new Tag(List.of("maison", "travail"))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "affiche mes tâches, , , ",
                "Quelles sont mes tâches ?, , , ",
                "quelles taches ai-je ?, , , ",
                "je voudrais voir toutes mes tâches, , , ",
                "affiche mes tâches en cours, pending, , ",
                "Peux-tu me montrer les tâches à faire ?, pending, , ",
                "montrez-moi les tâches qui ne sont pas terminées, pending, , ",
                "liste mes tâches terminées, completed, , ",
                "affiche mes tâches de priorité haute, , high, ",
                "montre-moi les tâches prioritaires, , high, ",
                "affiche les tâches en cours de faible priorité, pending, low, ",
                "affiche mes tâches #maison, , , maison",
                "affiche les tâches avec l'étiquette maison, , , maison",
                "affiche les tâches en cours étiquetées « maison de campagne », pending, , maison de campagne",
                "cherche les tâches avec l’étiquette maison, , , maison",
                "qu'est-ce que j'ai à faire ?, pending, , ",
                "Qu’est-ce que j’ai à faire aujourd’hui\u202f?, pending, , ",
                "qu’ai-je à faire ?, pending, , ",
                "que dois-je faire ?, pending, , ",
                "que reste-t-il à faire ?, pending, , "
            })
    void listsTasks(String message, String status, String priority, String tag) {
        assertThat(read(message))
                .isEqualTo(new Show(new TaskFilter(
                        Optional.ofNullable(status), Optional.ofNullable(priority), Optional.ofNullable(tag))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"affiche mes étiquettes", "Quelles étiquettes ai-je ?", "étiquettes", "liste les tags"})
    void listsTags(String message) {
        assertThat(read(message)).isEqualTo(new ShowTags());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cherche lait",
                "Recherchez « lait », s’il vous plaît.",
                "trouve les tâches avec lait",
                "peux-tu chercher lait dans mes tâches ?"
            })
    void searches(String message) {
        assertThat(read(message)).isEqualTo(new Search("lait"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ajoute",
                "ajoute une tâche",
                "nouvelles tâches : un, deux",
                "termine",
                "termine-la",
                "marque Acheter du lait",
                "rouvre",
                "supprime toutes mes tâches terminées",
                "supprime la tâche n°2",
                "supprime tout",
                "renomme Acheter du lait",
                "renomme Aller en ville en Aller en forêt",
                "mets la priorité de Acheter du lait",
                "étiquette Acheter du lait",
                "affiche",
                "affiche les tâches violettes",
                "cherche"
            })
    void asksBack(String message) {
        assertThat(read(message)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour !",
                "aide",
                "Que sais-tu faire ?",
                "Comment ajouter une tâche ?",
                "Raconte-moi une blague",
                "affiche mes photos"
            })
    void takesOtherTalkForNoTask(String message) {
        assertThat(read(message)).isEqualTo(new SmallTalk());
    }

    private static Intent read(String message) {
        return Intents.of(message, Language.FRENCH);
    }
}
