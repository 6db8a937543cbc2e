package dev.parley.assistant.offline;

import dev.parley.domain.shared.LocalizedText;

/** Orders that users are shown, and that are understood in the language that they are shown in. */
@SuppressWarnings("ImmutableEnumChecker") // words of texts and numbers do not change
enum Example {
    ADD(LocalizedText.of("add task: Buy milk")),
    ADD_PRIORITY(LocalizedText.of("add a high priority task Call the bank #home")),
    REMIND(LocalizedText.of("remind me to water the plants")),
    ASK_PENDING(LocalizedText.of("what do I have to do?")),
    LIST_PENDING(LocalizedText.of("list my pending tasks")),
    LIST_PRIORITY(LocalizedText.of("list my high priority tasks")),
    LIST_TAGGED(LocalizedText.of("show tasks tagged home")),
    LIST_TAGS(LocalizedText.of("list tags")),
    SEARCH(LocalizedText.of("search milk")),
    COMPLETE(LocalizedText.of("complete Buy milk")),
    MARK(LocalizedText.of("mark Buy milk as done")),
    REOPEN(LocalizedText.of("reopen Buy milk")),
    DELETE(LocalizedText.of("delete Buy milk")),
    RENAME(LocalizedText.of("rename Buy milk to Buy oat milk")),
    RENAME_QUOTED(LocalizedText.of("rename \"Go to the bank\" to \"Go to the post office\"")),
    PRIORITIZE(LocalizedText.of("set priority of Buy milk to high")),
    TAG(LocalizedText.of("tag Buy milk with home"));

    private final LocalizedText words;

    Example(LocalizedText words) {
        this.words = words;
    }

    LocalizedText words() {
        return words;
    }

    LocalizedText quoted() {
        return Quotes.round(words);
    }
}
