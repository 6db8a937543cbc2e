package dev.parley.assistant.offline;

import static dev.parley.assistant.offline.Grammar.anywhere;
import static java.util.Map.entry;

import dev.parley.assistant.offline.Grammar.Form;
import java.util.List;
import java.util.Map;

/** Orders in English. */
final class English {

    private static final String PRIORITY = "(?<priority>high|medium|low)";
    private static final String NOUN = "(?:task|todo|to-do)";
    private static final String LIST = "(?:list|task list|todo list|to-do list)";
    private static final String DONE = "(?:done|completed?|finished)";
    private static final String TAGGED = "(?:tagged|labell?ed|with (?:the )?tag)";

    static final Grammar GRAMMAR = new Grammar(
            Spelling.ENGLISH,
            Map.ofEntries(
                    entry(
                            Part.POLITE_BEGINNING,
                            "(?:please|kindly|hi|hello|hey|ok|okay|now"
                                    + "|(?:can|could|would|will) you|i(?:'d| would) like(?: you)? to|i want(?: you)? to)"
                                    + "[,!.:]? (?=\\S)"),
                    entry(Part.POLITE_END, "(?:[,.!?] ?(?:please|thanks|thank you)| please)$"),
                    entry(Part.NOUN, "(?:(?:the|my|a) )?" + NOUN + "(?: called| named| titled)?:? "),
                    entry(
                            Part.VAGUE,
                            "|as|it|this|that|them|everything|all|all of (?:it|them)"
                                    + "|(?:(?:the )?task |number )?#?[0-9]{1,4}"
                                    + "|(?:all )?(?:of )?(?:the |my |a )?(?:pending |open |completed |done |finished )?"
                                    + "(?:tasks?|todos?|to-dos?)"),
                    entry(
                            Part.PRIORITY_AT_END,
                            "(?<title>.*?)(?:, ?| with | at | ?(?=\\())\\(?" + PRIORITY + "[ -]priority\\)?"),
                    entry(Part.TO, " to "),
                    entry(Part.BETWEEN_TAGS, ", ?| and | ?#"),
                    entry(Part.LIST, "(?:list|show|display)(?: me)?(?: |$)"),
                    entry(Part.TAGGED, "(?<which>.*? )" + TAGGED + "(?: with| as)? (?<tag>.+)"),
                    entry(Part.NOT_DONE, "\\bnot " + DONE + "\\b"),
                    entry(Part.TASK, "tasks?|todos?|to-dos?"),
                    entry(Part.PENDING, "pending|open|unfinished|incomplete|outstanding|remaining|left|undone"),
                    entry(Part.COMPLETED, "completed?|done|finished"),
                    entry(Part.HIGH, "high"),
                    entry(Part.MEDIUM, "medium"),
                    entry(Part.LOW, "low"),
                    entry(
                            Part.FILLING,
                            "|my|all|the|of|i|have|do|are|still|what|which|with|any|there|that|priority"
                                    + "|tasks?|todos?|to-dos?"),
                    entry(Part.GREETING, anywhere("hi|hello|hey|hallo|moin|bonjour|hola|ciao")),
                    entry(Part.MODEL, anywhere("model|connect|llm|openai|ollama|bean")),
                    entry(Part.HELP, anywhere("help|can|who|what|tasks?|todo|tags?"))),
            List.of(
                    new Form(
                            Order.ADD,
                            "(?:add|create|new|make (?:a|an|another))(?: (?:a|an|another|the))?(?: new)?(?: " + PRIORITY
                                    + "[ -]priority)? " + NOUN
                                    + "(?: called| named| titled)?(?: to(?= ))?(?:: ?| |$)(?<description>.*)"),
                    new Form(Order.ADD, "remind me(?: to| about| of)?(?:: ?| |$)(?<description>.*)"),
                    new Form(Order.ADD, NOUN + ": ?(?<description>.+)"),
                    new Form(Order.ADD, "add (?<description>.+) to (?:my|the) (?:tasks|todos|to-dos|" + LIST + ")"),
                    new Form(Order.ADD, "add(?: .*)?|(?:create|new)(?: a| an)?(?: tasks?:?.*)?"),
                    new Form(
                            Order.PRIORITIZE,
                            "(?:set|change)(?: the)? priority of (?<title>.+) to " + PRIORITY + "(?: priority)?"),
                    new Form(Order.PRIORITIZE, "(?:set|change) (?<title>.+) to " + PRIORITY + "[ -]priority"),
                    new Form(
                            Order.PRIORITIZE,
                            "(?:make|mark) (?<title>.+?)(?: as)?(?: a)? " + PRIORITY + "[ -]priority(?: task)?"),
                    new Form(Order.PRIORITIZE, "(?:set|change)(?: the)? priority(?: .*)?"),
                    new Form(
                            Order.REOPEN,
                            "mark (?<title>.+?)(?: as)? (?:not " + DONE
                                    + "|undone|pending|open|incomplete|unfinished)"),
                    new Form(Order.COMPLETE, "mark (?<title>.+?)(?: as)? " + DONE),
                    new Form(Order.MARK, "mark"),
                    new Form(Order.COMPLETE, "(?:complete|finish|tick off|check off)(?: (?<title>.*)|$)"),
                    new Form(Order.REOPEN, "(?:reopen|uncomplete)(?: (?<title>.*)|$)"),
                    new Form(Order.DELETE, "(?:delete|remove)(?: (?<title>.*)|$)"),
                    new Form(Order.RENAME, "rename(?: (?<titles>.*)|$)"),
                    new Form(Order.TAG, "tag (?<title>.+) with (?<tags>.+)"),
                    new Form(Order.TAG, "tag(?: .*)?"),
                    new Form(
                            Order.LIST_TAGS,
                            "(?:(?:list|show|display)(?: me)? |(?:what|which) (?:are )?)?(?:all )?(?:my |the )?tags"
                                    + "(?: do i have| are there)?"),
                    new Form(
                            Order.LIST_PENDING,
                            "what (?:do i (?:still )?(?:have|need) to do|should i do|is left to do)"
                                    + "(?: now| next| today)?"),
                    new Form(Order.LIST_PENDING, "what(?: is|'s) (?:left|on my " + LIST + ")"),
                    new Form(Order.LIST, "(?:search|find)(?: for)? (?<which>.*tasks? " + TAGGED + " .+)"),
                    new Form(
                            Order.SEARCH,
                            "(?:search|find|look(?= for))(?: my| all| the)?(?: tasks?)?(?: for| about| containing)?"
                                    + "(?: (?<text>.*)|$)")));

    private English() {}
}
