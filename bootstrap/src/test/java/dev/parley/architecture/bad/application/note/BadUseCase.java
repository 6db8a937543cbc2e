package dev.parley.architecture.bad.application.note;

import dev.parley.architecture.bad.application.shared.UnitOfWork;
import dev.parley.architecture.bad.application.shared.UseCase;
import dev.parley.architecture.bad.domain.note.BadEntity;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.core.env.Environment;

/** Breaks the rules of the application, but for those of use cases. */
@UseCase
public final class BadUseCase {

    private final UnitOfWork unitOfWork;

    /** Takes a unit of work, as a use case does. */
    public BadUseCase(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Blameless. */
    public BadEntity execute(BadEntity entity) {
        return unitOfWork.execute(() -> entity);
    }

    boolean spring(Environment environment) {
        return environment.containsProperty("note");
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    InstantSource instantSource() {
        return InstantSource.system();
    }

    long milliseconds() {
        return System.currentTimeMillis();
    }

    UUID id() {
        return UUID.randomUUID();
    }

    /** The last of them, and what comments call "404", are blameless. */
    List<String> literals() {
        return List.of(
                "$.text",
                "note.content",
                "content[0]",
                "send Retry-After",
                "ETag",
                "/api/notes",
                "HTTP says so",
                "404",
                """
                422
                """,
                "Well-known text. It is found.");
    }

    /** A port. */
    public interface Notes {

        /** The newest note. */
        String newest();
    }

    /** A use case that is not found. */
    public static final class ForgottenUseCase {

        private final UnitOfWork unitOfWork;

        public ForgottenUseCase(UnitOfWork unitOfWork) {
            this.unitOfWork = unitOfWork;
        }

        @Override
        public String toString() {
            return unitOfWork.execute(() -> "");
        }
    }

    /** No use case. */
    @UseCase
    public record NoteLimit(int maximum) {}

    /** A body of HTTP. */
    public record NoteRequest(String text) {}

    record NoteResponse(String text) {}
}
