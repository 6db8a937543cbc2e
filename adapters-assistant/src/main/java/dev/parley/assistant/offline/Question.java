package dev.parley.assistant.offline;

import dev.parley.domain.shared.LocalizedText;

/** What users are asked where they have not said all, or can be meant in two ways. */
@SuppressWarnings("ImmutableEnumChecker") // words of texts and numbers do not change
enum Question {
    ADD_WHAT(LocalizedText.of(
            "Which task shall I add? I add one at a time; say, for example, {0}.", Example.ADD.quoted())),
    COMPLETE_WHICH(
            LocalizedText.of("Which task is done? Tell me its title, for example {0}.", Example.COMPLETE.quoted())),
    REOPEN_WHICH(LocalizedText.of(
            "Which task is not done yet? Tell me its title, for example {0}.", Example.REOPEN.quoted())),
    DELETE_WHICH(LocalizedText.of(
            "Which task shall I delete? Tell me its title, for example {0}.", Example.DELETE.quoted())),
    PRIORITIZE_WHICH(LocalizedText.of(
            "Which task gets which priority? There are high, medium and low; say, for example, {0}.",
            Example.PRIORITIZE.quoted())),
    TAG_WHICH(LocalizedText.of("Which task gets which tag? Say, for example, {0}.", Example.TAG.quoted())),
    MARK_AS_WHAT(
            LocalizedText.of("Which task shall I mark, and as what? Say, for example, {0}.", Example.MARK.quoted())),
    RENAME_WHICH(LocalizedText.of(
            "Which task shall I rename, and to what? Say, for example, {0}.", Example.RENAME.quoted())),
    SPLIT_WHERE(LocalizedText.of(
            "I cannot tell where the old title ends and the new one begins. Put both in quotes: {0}.",
            Example.RENAME_QUOTED.words())),
    SEARCH_WHAT(LocalizedText.of("What shall I search for? Say, for example, {0}.", Example.SEARCH.quoted())),
    LIST_WHAT(LocalizedText.of(
            "What shall I list? Say, for example, {0}, {1} or {2}.",
            Example.LIST_PENDING.quoted(), Example.LIST_TAGGED.quoted(), Example.LIST_TAGS.quoted())),
    LIST_WHICH(LocalizedText.of(
            "I did not understand which tasks you want to see. I can list all, pending or completed ones, those of one"
                    + " priority and those with one tag: {0}, {1}.",
            Example.LIST_PRIORITY.quoted(), Example.LIST_TAGGED.quoted()));

    private final LocalizedText words;

    Question(LocalizedText words) {
        this.words = words;
    }

    LocalizedText words() {
        return words;
    }
}
