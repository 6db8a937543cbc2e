package dev.parley.assistant.offline;

import dev.parley.domain.shared.Words;

/** Orders that users are shown, and that are understood in the language that they are shown in. */
@SuppressWarnings("ImmutableEnumChecker") // words of texts and numbers do not change
enum Example {
    ADD(Words.of("add task: Buy milk")),
    ADD_PRIORITY(Words.of("add a high priority task Call the bank #home")),
    REMIND(Words.of("remind me to water the plants")),
    ASK_PENDING(Words.of("what do I have to do?")),
    LIST_PENDING(Words.of("list my pending tasks")),
    LIST_PRIORITY(Words.of("list my high priority tasks")),
    LIST_TAGGED(Words.of("show tasks tagged home")),
    LIST_TAGS(Words.of("list tags")),
    SEARCH(Words.of("search milk")),
    COMPLETE(Words.of("complete Buy milk")),
    MARK(Words.of("mark Buy milk as done")),
    REOPEN(Words.of("reopen Buy milk")),
    DELETE(Words.of("delete Buy milk")),
    RENAME(Words.of("rename Buy milk to Buy oat milk")),
    RENAME_QUOTED(Words.of("rename \"Go to the bank\" to \"Go to the post office\"")),
    PRIORITIZE(Words.of("set priority of Buy milk to high")),
    TAG(Words.of("tag Buy milk with home"));

    private final Words words;

    Example(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    Words quoted() {
        return Quotes.round(words);
    }
}
