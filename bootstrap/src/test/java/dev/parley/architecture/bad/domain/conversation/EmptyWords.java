package dev.parley.architecture.bad.domain.conversation;

/** Names that say nothing. */
final class EmptyWords {

    private EmptyWords() {}

    record NoteImpl() {}

    record NoteManager() {}

    record NoteHelper() {}

    record NoteUtil() {}

    record NoteUtils() {}

    record NoteDto() {}

    record NoteService() {}
}
