package dev.parley.architecture.bad.domain.note;

import dev.parley.architecture.bad.application.note.BadUseCase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.slf4j.Logger;

/** Breaks the rules of the domain and of names. */
public abstract class BadEntity {

    void logs(Logger log) {
        log.info("A note was taken");
    }

    abstract BadUseCase useCase();

    Instant instant() {
        return Instant.now();
    }

    LocalDateTime localDateTime() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    Supplier<Instant> reference() {
        return Instant::now;
    }

    /** A record with more fields than may be mapped by hand. */
    public record Note(String id, String owner, String title, String text) {}

    record NoteImpl() {}

    record NoteManager() {}

    record NoteHelper() {}

    record NoteUtil() {}

    record NoteUtils() {}

    record NoteDto() {}

    record NoteService() {}

    record NoteRow() {}

    record RetryHeader() {}

    record NoteTelling() {}

    record LeftOverNotes() {}

    record Choices() {}
}
