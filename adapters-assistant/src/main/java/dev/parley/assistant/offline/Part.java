package dev.parley.assistant.offline;

/** What words do in a message. Each language gives the words of each part, as a regular expression. */
enum Part {
    /** What may stand before an order, such as "could you please". */
    POLITE_BEGINNING,
    /** What may stand behind an order, such as "thank you". */
    POLITE_END,
    /** What may stand before a title, such as "the task called". */
    NOUN,
    /** What is no title unless it stands in quotes, such as "it"; numbers are the lines of a list. */
    VAGUE,
    /** The rest of a description of a new task: the groups {@code title} and {@code priority}. */
    PRIORITY_AT_END,
    /** What stands between an old title and a new one. */
    TO,
    /** What stands between tags. */
    BETWEEN_TAGS,
    /** What an order to list begins with. */
    LIST,
    /** An order to list what has a tag: the groups {@code which} and {@code tag}. */
    TAGGED,
    /** Several words that say together that something is pending. */
    NOT_DONE,
    /** What tasks are called. */
    TASK,
    /** Tasks that are not done. */
    PENDING,
    /** Tasks that are done. */
    COMPLETED,
    /** A high priority. */
    HIGH,
    /** A medium priority. */
    MEDIUM,
    /** A low priority. */
    LOW,
    /** What changes nothing about which tasks to list. */
    FILLING,
    /** What greets. */
    GREETING,
    /** What speaks of models. */
    MODEL,
    /** What asks for help, or speaks of what there is help for. */
    HELP
}
