package dev.parley.architecture.bad.web.note;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.architecture.bad.application.note.BadUseCase;
import dev.parley.architecture.bad.application.note.BadUseCase.NoteRequest;
import dev.parley.architecture.bad.application.shared.UnitOfWork;
import dev.parley.architecture.bad.domain.note.BadEntity.Note;
import dev.parley.architecture.bad.persistence.note.BadRepository.NoteRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Breaks the rules of web. */
abstract class BadController {

    abstract void body(NoteRequest foreign);

    abstract void row(NoteRow foreign);

    abstract void database(DataSource database);

    abstract void jackson2(ObjectMapper json);

    boolean path(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/open/");
    }

    TakenNoteResponse response(Note note) {
        return new TakenNoteResponse(note.id(), note.owner(), note.title(), note.text());
    }

    BadUseCase useCase(UnitOfWork unitOfWork) {
        return new BadUseCase(unitOfWork);
    }

    Function<UnitOfWork, BadUseCase> useCaseByReference() {
        return BadUseCase::new;
    }

    String unit(UnitOfWork unitOfWork) {
        return unitOfWork.execute(() -> "done");
    }

    Function<Supplier<String>, String> unitByReference(UnitOfWork unitOfWork) {
        return unitOfWork::execute;
    }

    record TakenNoteResponse(String id, String owner, String title, String text) {}
}
