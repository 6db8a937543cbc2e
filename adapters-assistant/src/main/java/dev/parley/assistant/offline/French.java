package dev.parley.assistant.offline;

import static dev.parley.assistant.offline.Grammar.anywhere;
import static java.util.Map.entry;

import dev.parley.assistant.offline.Grammar.Form;
import java.util.List;
import java.util.Map;

/** Orders in French, to someone close or not, and in the infinitive. */
final class French {

    private static final String HIGH = "hautes?|élevées?|fortes?|prioritaires?|importantes?";
    private static final String MEDIUM = "moyennes?|normales?";
    private static final String LOW = "basses?|faibles?";
    private static final String PRIORITY =
            "(?:priorité )?(?<priority>" + HIGH + "|" + MEDIUM + "|" + LOW + ")(?: priorité)?";

    private static final String NOUN = "(?:tâche|task|to-?do)";
    private static final String NOUNS = "(?:tâches?|tasks?|to-?dos?)";
    private static final String A_NEW = "(?:(?:une|la|une autre|un) )?(?:nouvelle )?";
    private static final String TASK =
            NOUN + "(?:(?: de| à| avec une)? " + PRIORITY + ")?" + "(?: appelée| intitulée| nommée| pour(?= ))?";
    private static final String LIST = "(?:liste(?: de tâches)?|to-?do list)";
    private static final String THAT = "(?: ?: ?| |$)(?<description>.*)";

    private static final String DONE = "(?:terminée?s?|finie?s?|faite?s?|achevée?s?|accomplie?s?)";
    private static final String OPEN =
            "(?:(?:non|pas(?: encore)?) " + DONE + "|à (?:faire|terminer)|en cours|en attente)";
    private static final String TAGS = "(?:l'étiquette|les étiquettes|le tag|les tags)";
    private static final String TAGGED = "(?:(?:étiquetée?s?|taguée?s?) (?:avec |comme )?|avec " + TAGS + " )";
    private static final String SHOW = "(?:me )?(?:affiche[rz]?|liste[rz]?|montre[rz]?)(?:[ -]moi)?";

    static final Grammar GRAMMAR = new Grammar(
            Spelling.FRENCH,
            Map.ofEntries(
                    entry(
                            Part.POLITE_BEGINNING,
                            "(?:s'il (?:te|vous) plaît|stp|svp|bonjour|bonsoir|salut|coucou|ok|d'accord|maintenant"
                                    + "|(?:peux|pourrais|veux)[- ]tu|tu (?:peux|pourrais)"
                                    + "|(?:pouvez|pourriez|voulez)[- ]vous|vous (?:pouvez|pourriez)"
                                    + "|je (?:voudrais|veux|souhaite|souhaiterais)|j'aimerais|merci de|veuillez)"
                                    + "(?: ?[,!.:])? (?=\\S)"),
                    entry(
                            Part.POLITE_END,
                            "(?: ?[,.!?] ?| )(?:s'il (?:te|vous) plaît|stp|svp|merci(?: beaucoup| d'avance)?)$"),
                    entry(
                            Part.NOUN,
                            "(?:s'il (?:te|vous) plaît )?(?:(?:la|ma|une|le|mon|un) )?" + NOUN
                                    + "(?: appelée| intitulée| nommée)?(?: ?:)? "),
                    entry(
                            Part.VAGUE,
                            "|comme|ça|cela|ceci|l[ae]s?|celle-(?:ci|là)|tout|toutes|tous|toutes celles-ci"
                                    + "|(?:(?:la )?tâche )?(?:(?:le )?numéro |n° ?)?#?[0-9]{1,4}"
                                    + "|(?:toutes )?(?:les |mes |la |ma |une )?" + NOUNS
                                    + "(?: " + DONE + "| ouvertes?| en cours| à faire)?"),
                    entry(
                            Part.PRIORITY_AT_END,
                            "(?<title>.*?)(?:, ?(?:de |à )?| de | à | en | avec une | ?(?=\\())(?=.{0,20}priorité)\\(?"
                                    + PRIORITY + "\\)?"),
                    entry(Part.TO, " en "),
                    entry(Part.BETWEEN_TAGS, ", ?| et | ?#"),
                    entry(Part.LIST, "(?:" + SHOW + "|donne[rz]?[ -]moi|(?:re)?voir)(?: |$)"),
                    entry(Part.TAGGED, "(?<which>.*? )" + TAGGED + "(?<tag>.+)"),
                    entry(Part.NOT_DONE, "(?<= )" + OPEN + "(?= |$)"),
                    entry(Part.TASK, NOUNS),
                    entry(Part.PENDING, "ouvertes?|restantes?|inachevées?"),
                    entry(Part.COMPLETED, DONE),
                    entry(Part.HIGH, HIGH),
                    entry(Part.MEDIUM, MEDIUM),
                    entry(Part.LOW, LOW),
                    entry(
                            Part.FILLING,
                            "|mes|ma|les?|la|toutes|tous|des?|d'|à|en|avec|une?|ai-je|j'ai|quelles?|quels|sont|est-ce"
                                    + "|que|qui|encore|restent|il|y|a|ne|priorité|" + NOUNS),
                    entry(Part.GREETING, anywhere("bonjour|bonsoir|salut|coucou|allô")),
                    entry(Part.MODEL, anywhere("modèle|connecter|connexion|brancher|relier")),
                    entry(
                            Part.HELP,
                            anywhere("aide|aider|aidez|peux|peut|pouvez|sais|savez|qui|que|quoi|comment|" + NOUNS
                                    + "|étiquettes?|tags"))),
            List.of(
                    new Form(Order.TAG, "(?:m')?ajoute[rz]? " + TAGS + " (?<tags>.+) à (?<title>.+)"),
                    new Form(
                            Order.ADD,
                            "(?:m')?(?:ajoute[rz]?|créer?|créez|note[rz]?|fais|faites|faire)(?:[ -]moi)? " + A_NEW
                                    + TASK + THAT),
                    new Form(Order.ADD, "nouvelle " + TASK + THAT),
                    new Form(
                            Order.ADD,
                            "(?:me )?rappel(?:le|ez|er)(?:[ -]moi)?(?: d'| de | ?: ?| |$)(?<description>.*)"),
                    new Form(Order.ADD, TASK + " ?: ?(?<description>.+)"),
                    new Form(
                            Order.ADD,
                            "(?:m')?ajoute[rz]? (?<description>.+) (?:à|dans|sur) (?:ma|mes|la) (?:" + LIST
                                    + "|tâches)"),
                    new Form(
                            Order.ADD,
                            "(?:m')?ajoute[rz]?(?: .*)?|(?:créer?|créez)(?: une| des)?(?: " + NOUNS + ".*)?"
                                    + "|nouvelles?(?: " + NOUNS + ".*)?"),
                    new Form(
                            Order.PRIORITIZE,
                            "(?:mets|mettez|mettre|change[rz]?|passe[rz]?|fixe[rz]?|modifie[rz]?) (?:la )?priorité"
                                    + " (?:de |d')(?<title>.+) (?:à|en|sur) " + PRIORITY),
                    new Form(
                            Order.PRIORITIZE,
                            "(?:mets|mettez|mettre|passe[rz]?) (?<title>.+) (?:en|à) (?=.{0,20}priorité)" + PRIORITY),
                    new Form(
                            Order.PRIORITIZE,
                            "donne[rz]? (?:une |la )?(?=.{0,20}priorité)" + PRIORITY + " à (?<title>.+)"),
                    new Form(Order.PRIORITIZE, "marque[rz]? (?<title>.+?)(?: comme)?(?: étant)?(?: de)? " + PRIORITY),
                    new Form(
                            Order.PRIORITIZE,
                            "(?:mets|mettez|mettre|change[rz]?|passe[rz]?|fixe[rz]?|modifie[rz]?) (?:la )?priorité(?: .*)?"),
                    new Form(Order.REOPEN, "marque[rz]? (?<title>.+?)(?: comme)?(?: étant)? (?:" + OPEN + "|ouverte?)"),
                    new Form(
                            Order.REOPEN,
                            "(?:(?:rouvr|réouvr)(?:e|ez|ir)|réactive[rz]?)(?:-l[ae]s?)?(?: (?<title>.*)|$)"),
                    new Form(Order.REOPEN, "(?<title>.+) n'est pas (?:encore )?" + DONE),
                    new Form(Order.COMPLETE, "marque[rz]? (?<title>.+?)(?: comme)?(?: étant)? " + DONE),
                    new Form(
                            Order.COMPLETE,
                            "(?:termine[rz]?|finis|finir|finissez|achève|achever|achevez|coche[rz]?|complète|compléter"
                                    + "|complétez)(?:-l[ae]s?)?(?: (?<title>.*)|$)"),
                    new Form(Order.COMPLETE, "(?<title>.+) est (?:déjà |maintenant )?(?:terminée?|achevée?)"),
                    new Form(
                            Order.DELETE,
                            "(?:supprime[rz]?|efface[rz]?|retire[rz]?|enlève|enlever|enlevez)(?:-l[ae]s?)?"
                                    + "(?: (?<title>.*?))?(?: de (?:ma|la) " + LIST + ")?"),
                    new Form(Order.RENAME, "renomme[rz]?(?: (?<titles>.*)|$)"),
                    new Form(Order.RENAME, "(?:change[rz]?|modifie[rz]?) le titre (?:de |d')(?<titles>.*)"),
                    new Form(
                            Order.TAG,
                            "(?:étiquet(?:te|er|ez)|tague[rz]?|marque[rz]?) (?<title>.+) avec(?: " + TAGS
                                    + ")? (?<tags>.+)"),
                    new Form(Order.MARK, "marque[rz]?(?: .*)?"),
                    new Form(
                            Order.LIST_TAGS,
                            "(?:" + SHOW + " |voir )?(?:toutes |tous )?(?:mes |les )?(?:étiquettes|tags)"
                                    + "|quel(?:le)?s (?:sont mes )?(?:étiquettes|tags)"
                                    + "(?: ai-je| est-ce que j'ai| existent)?"),
                    new Form(Order.TAG, "(?:étiquet(?:te|er|ez)|tague[rz]?)(?: .*)?"),
                    new Form(
                            Order.LIST_PENDING,
                            "(?:qu'est-ce que j'ai|qu'ai-je|j'ai quoi|que reste-t-il|qu'est-ce qu'il (?:me )?reste"
                                    + "|qu'y a-t-il|quoi) (?:encore )?à faire(?: aujourd'hui| maintenant| ensuite)?"),
                    new Form(
                            Order.LIST_PENDING,
                            "(?:que (?:dois|devrais)-je|qu'est-ce que je (?:dois|devrais)) (?:encore )?faire"
                                    + "(?: aujourd'hui| maintenant| ensuite)?"),
                    new Form(Order.LIST_PENDING, "(?:qu'y a-t-il|qu'est-ce qu'il y a) (?:encore )?sur ma " + LIST),
                    new Form(
                            Order.LIST,
                            "(?:re)?(?:cherche[rz]?|trouve[rz]?)(?:[ -]moi)? (?<which>.*" + NOUNS + " " + TAGGED
                                    + ".+)"),
                    new Form(
                            Order.SEARCH,
                            "(?:(?:re)?cherche[rz]?|trouve[rz]?)(?:[ -]moi)?(?: dans)?(?: toutes)?"
                                    + "(?:(?: les| mes| des| la)? " + NOUNS + "(?= |$))?"
                                    + "(?: avec| contenant| qui contiennent| sur| à propos de)?(?: (?<text>.*?))?(?: dans (?:mes|les) tâches)?")));

    private French() {}
}
