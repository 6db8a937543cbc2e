package dev.parley.assistant.offline;

import static dev.parley.assistant.offline.Grammar.anywhere;
import static java.util.Map.entry;

import dev.parley.assistant.offline.Grammar.Form;
import java.util.List;
import java.util.Map;

/** Orders in German, to someone close or not, and in the infinitive, whose verb comes last. */
final class German {

    private static final String HIGH = "hoch|hohe[nrms]?|wichtig(?:e[nrms]?)?";
    private static final String MEDIUM = "mittel|mittlere[nrms]?|normal(?:e[nrms]?)?";
    private static final String LOW = "niedrig(?:e[nrms]?)?|gering(?:e[nrms]?)?";
    private static final String PRIORITY = "(?<priority>" + HIGH + "|" + MEDIUM + "|" + LOW + ")";

    /** In the middle of an order it is written small; a title may begin with a big one. */
    private static final String PLEASE = "(?:(?-i:bitte) )";

    private static final String NOUN = "(?:aufgabe|task|to-?do)";
    private static final String NOUNS = "(?:aufgaben?|tasks?|to-?dos?)";
    private static final String A_NEW = "(?:(?:noch )?(?:eine?n?|die|den|das) )?(?:(?:neue|weitere)[ns]? )?";
    private static final String TASK = NOUN + "(?: mit " + PRIORITY + " priorität)?";
    private static final String LIST = "(?:(?:aufgaben|to-?do-?)?liste|aufgaben|to-?dos)";
    private static final String THAT = "(?:[:,] ?| |$)(?<description>.*)";

    private static final String DONE = "(?:erledigt|fertig|abgeschlossen|beendet|getan|gemacht)";
    private static final String TAGS = "(?:tags?|schlagw(?:ort|orte|örter|örtern))";
    private static final String TAGGED = "(?:mit (?:dem |den )?" + TAGS + "|(?:getaggt|verschlagwortet) mit)";
    private static final String AT_END = "(?: an| auf| anzeigen| auflisten| zeigen| sehen)";

    /** Not a question, and nothing about anybody: what begins an order whose verb comes last. */
    private static final String TITLE =
            "(?!(?:wie|was|wo|wann|warum|wieso|wer|kann|kannst|darf|soll|muss|ich|du|man|wir|er) )(?<title>.+)";

    static final Grammar GRAMMAR = new Grammar(
            Spelling.GERMAN,
            Map.ofEntries(
                    entry(
                            Part.POLITE_BEGINNING,
                            "(?:bitte|hallo|hi|hey|moin|guten (?:tag|morgen|abend)|ok|okay|jetzt|mir"
                                    + "|(?:kannst|könntest|würdest|willst) du|(?:können|könnten|würden|wollen) sie"
                                    + "|ich (?:möchte|will|würde(?: gerne?)?))[,!.:]? (?=\\S)"),
                    entry(Part.POLITE_END, "(?:[,.!?] ?| )(?:bitte|danke|vielen dank|danke schön)$"),
                    entry(
                            Part.NOUN,
                            PLEASE + "?(?:(?:die|der|den|das|dem|meine?[nr]?|eine?[nr]?) )?" + NOUN
                                    + "(?: namens| mit dem titel)?:? |" + PLEASE),
                    entry(
                            Part.VAGUE,
                            PLEASE + "?(?:|als|es|das|dies|diese[srn]?|sie|ihn|alles|alle(?: davon)?"
                                    + "|(?:(?:die )?aufgabe )?(?:(?:die )?nummer |nr\\.? ?)?#?[0-9]{1,4}"
                                    + "|(?:alle )?(?:die |der |meine[nr]? |eine )?"
                                    + "(?:offenen? |erledigten? |fertigen? )?" + NOUNS + ")"),
                    entry(
                            Part.PRIORITY_AT_END,
                            "(?<title>.*?)(?:, ?(?:mit )?| mit | ?(?=\\())(?=.{0,20}priorität)" + "\\(?(?:priorität )?"
                                    + PRIORITY + "(?: priorität)?\\)?"),
                    entry(Part.TO, " um zu | (?:um )?in "),
                    entry(Part.BETWEEN_TAGS, ", ?| und | ?#"),
                    entry(
                            Part.LIST,
                            "(?:zeige?|zeigen sie|liste|listen sie|nenne|nennen sie)(?: mir)?(?: bitte)?(?: |$)"),
                    entry(Part.TAGGED, "(?<which>.*? )" + TAGGED + " (?<tag>.+?)" + AT_END + "?"),
                    entry(Part.NOT_DONE, "\\bnicht " + DONE + "(?:e[nrs]?)?\\b|\\bzu (?:tun|erledigen)\\b"),
                    entry(Part.TASK, NOUNS + "|" + LIST),
                    entry(
                            Part.PENDING,
                            "(?:offen|unerledigt|unfertig|ausstehend|verbleibend)(?:e[nrs]?)?|übrig|zu erledigende[nrs]?"),
                    entry(Part.COMPLETED, "(?:erledigt|fertig|abgeschlossen|beendet)(?:e[nrs]?)?"),
                    entry(Part.HIGH, HIGH),
                    entry(Part.MEDIUM, MEDIUM),
                    entry(Part.LOW, LOW),
                    entry(
                            Part.FILLING,
                            "|meine[nrms]?|alle[nrms]?|die|der|den|das|dem|ich|habe?|sind|noch|was|welche[nrs]?|mit|von"
                                    + "|es|gibt|mir|bitte|priorität|an|auf|anzeigen|auflisten|zeigen|sehen|" + NOUNS
                                    + "|" + LIST),
                    entry(
                            Part.GREETING,
                            anywhere("hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|grüß (?:gott|dich)|grüezi")),
                    entry(Part.MODEL, anywhere("modell|sprachmodell|verbinde|verbinden|anbinden|anschließen")),
                    entry(
                            Part.HELP,
                            anywhere("hilfe|hilf|helfen|kannst|können|kann|wer|was|wie|" + NOUNS
                                    + "|tags|schlagwort|schlagwörter"))),
            List.of(
                    new Form(
                            Order.ADD,
                            "(?:füge?|fügen sie|lege?|legen sie)(?: mir)?(?: bitte)? " + A_NEW + TASK
                                    + " (?:hinzu(?:: ?| |$)|an(?:: ?|$))(?<description>.*)"),
                    new Form(
                            Order.ADD,
                            "(?:füge?|fügen sie|lege?|legen sie)(?: mir)?(?: bitte)? " + A_NEW + TASK
                                    + ":? (?<description>.+) (?:hinzu|an)"),
                    new Form(
                            Order.ADD,
                            A_NEW + TASK + " (?:hinzufügen|anlegen|erstellen|machen)(?:: ?|$)(?<description>.*)"),
                    new Form(Order.ADD, A_NEW + TASK + ":? (?<description>.+) (?:hinzufügen|anlegen|erstellen)"),
                    new Form(
                            Order.ADD,
                            "(?:erstelle?|erstellen sie|mache?|machen sie|füge?|fügen sie|lege?|legen sie)"
                                    + "(?: mir)?(?: bitte)? " + A_NEW + TASK + THAT),
                    new Form(Order.ADD, "neue[rs]? " + TASK + THAT),
                    new Form(Order.ADD, "(?:eine? )?" + TASK + ": ?(?<description>.+)"),
                    new Form(
                            Order.ADD,
                            "(?:füge?|fügen sie|setze?|setzen sie|schreibe?|schreiben sie|nimm|nehmen sie)"
                                    + " (?<description>.+) (?:auf|zu) (?:meine[rn]?|die|der|den) " + LIST
                                    + "(?: hinzu| auf)?"),
                    new Form(Order.ADD, "(?:erinnere?|erinnern sie) mich(?: bitte)?(?: daran| an)?" + THAT),
                    new Form(
                            Order.TAG,
                            "(?:gib|geben sie)(?: bitte)? (?<title>.+) (?:den|das|die) " + TAGS + " (?<tags>.+)"),
                    new Form(
                            Order.ADD,
                            "(?:füge|fügen sie)(?: .*)?|(?:hinzufügen|erstelle|erstellen sie|neue)"
                                    + "(?: mir)?(?: eine?| neue)?(?: aufgaben:?.*)?"),
                    new Form(
                            Order.PRIORITIZE,
                            "(?:(?:setze?|setzen sie|stelle?|stellen sie|ändere?|ändern sie) )?(?:die )?priorität"
                                    + " (?:von |für |(?=der ))(?<title>.+) auf " + PRIORITY
                                    + "(?: priorität)?(?: setzen| ändern| stellen)?"),
                    new Form(
                            Order.PRIORITIZE,
                            "(?:setze?|setzen sie|stelle?|stellen sie) (?<title>.+) auf " + PRIORITY + " priorität"),
                    new Form(Order.PRIORITIZE, "(?:gib|geben sie) (?<title>.+?)(?: eine)? " + PRIORITY + " priorität"),
                    new Form(
                            Order.PRIORITIZE,
                            "(?:markiere?|markieren sie) (?<title>.+?) als " + PRIORITY + "(?: priorisiert)?"),
                    new Form(Order.PRIORITIZE, TITLE + " auf " + PRIORITY + " priorität (?:setzen|stellen)"),
                    new Form(
                            Order.PRIORITIZE,
                            "(?:setze?|setzen sie|stelle?|stellen sie|ändere?|ändern sie)(?: die)? priorität(?: .*)?"),
                    new Form(
                            Order.REOPEN,
                            "(?:markiere?|markieren sie) (?<title>.+?)(?: wieder)?(?: als)?(?: wieder)?"
                                    + " (?:(?:noch )?nicht " + DONE + "|unerledigt|offen|ausstehend)"),
                    new Form(
                            Order.REOPEN,
                            TITLE + " (?:ist (?:noch |doch )?nicht " + DONE + "|ist (?:noch|wieder|doch) offen)"),
                    new Form(
                            Order.REOPEN,
                            "(?:öffne|öffnen sie)(?: wieder| erneut)?(?: (?<title>.*?))?(?: wieder| erneut)?"),
                    new Form(
                            Order.REOPEN,
                            TITLE + " (?:(?:wieder|erneut) öffnen|als (?:nicht erledigt|offen) markieren)"),
                    new Form(Order.COMPLETE, "(?:markiere?|markieren sie) (?<title>.+?)(?: als)? " + DONE),
                    new Form(Order.COMPLETE, "(?:schließe?|schließen sie|hake?|haken sie) (?:(?<title>.*?) )?ab"),
                    new Form(Order.COMPLETE, "(?:erledige?|erledigen sie|beende|beenden sie)(?: (?<title>.*)|$)"),
                    new Form(
                            Order.COMPLETE,
                            TITLE + " (?:erledigen|abschließen|abhaken|beenden|als erledigt markieren"
                                    + "|ist (?:jetzt |schon |bereits )?(?:erledigt|abgeschlossen))"),
                    new Form(
                            Order.DELETE,
                            "(?:lösche?|löschen sie|entferne?|entfernen sie|streiche?|streichen sie)(?: (?<title>.*?))?"
                                    + "(?: (?:von|aus) (?:meiner|der) " + LIST + ")?"),
                    new Form(Order.DELETE, TITLE + " (?:löschen|entfernen|streichen)"),
                    new Form(Order.RENAME, "(?:benenne|benennen sie)(?: (?<titles>.*?))?(?: um)?"),
                    new Form(Order.RENAME, "(?:ändere?|ändern sie) den titel von (?<titles>.*)"),
                    new Form(Order.RENAME, "(?<titles>.+) umbenennen"),
                    new Form(
                            Order.TAG,
                            "(?:tagge|taggen sie|verschlagworte|verschlagworten sie|versieh|versehen sie|markiere"
                                    + "|markieren sie) (?<title>.+) mit(?: (?:dem |den )?" + TAGS + ")? (?<tags>.+)"),
                    new Form(
                            Order.TAG,
                            "(?=.* (?:taggen|verschlagworten)$)" + TITLE
                                    + " mit (?<tags>.+) (?:taggen|verschlagworten)"),
                    new Form(Order.TAG, "(?:tagge|taggen|verschlagworten?)(?: .*)?"),
                    new Form(Order.MARK, "(?:markiere?|markieren sie)(?: .*)?"),
                    new Form(
                            Order.LIST_TAGS,
                            "(?:(?:zeige?|zeigen sie|liste|listen sie)(?: mir)? )?(?:alle )?(?:meine |die )?" + TAGS
                                    + AT_END + "?|welche " + TAGS + "(?: habe ich| gibt es)?"),
                    new Form(
                            Order.LIST_PENDING,
                            "was (?:habe? ich (?:heute |jetzt |noch |als nächstes )?(?:noch |alles )?zu (?:tun|erledigen)"
                                    + "|(?:muss|soll|sollte) ich (?:heute |jetzt |noch |als nächstes )?(?:noch |alles )?"
                                    + "(?:tun|machen|erledigen)"
                                    + "|(?:ist|bleibt) (?:heute |jetzt )?(?:noch )?(?:zu tun|zu erledigen|offen|übrig)"
                                    + "|gibt(?: es|'s) (?:heute )?(?:noch )?zu tun|steht (?:heute )?(?:noch )?an"
                                    + "|steht (?:noch )?auf (?:meiner|der) " + LIST + ")"),
                    new Form(
                            Order.LIST,
                            "(?:suche?|suchen sie|finde|finden sie)(?: mir)?(?: nach)? (?<which>.*" + NOUNS + " "
                                    + TAGGED + " .+)"),
                    new Form(
                            Order.SEARCH,
                            "(?:suche|suchen sie|such(?= (?:mir|nach|in|alle|meine|aufgaben)\\b)|finde|finden sie)"
                                    + "(?: mir)?(?: bitte)?(?: nach| in)?(?: allen?)?(?: meinen?)?(?: " + NOUNS
                                    + ")?(?: nach| mit| zu| über)?(?: (?<text>.*?))?(?: in (?:meinen|den|allen) aufgaben)?"),
                    new Form(Order.SEARCH, "(?:in meinen aufgaben )?nach (?<text>.+) suchen")));

    private German() {}
}
