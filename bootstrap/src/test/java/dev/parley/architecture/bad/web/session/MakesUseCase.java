package dev.parley.architecture.bad.web.session;

import dev.parley.architecture.bad.application.conversation.TakeNote;
import dev.parley.architecture.bad.application.shared.UnitOfWork;
import java.util.function.Function;

/** Use cases are bootstrap's to make. */
abstract class MakesUseCase {

    static TakeNote call(UnitOfWork unitOfWork) {
        return new TakeNote(unitOfWork);
    }

    static Function<UnitOfWork, TakeNote> reference() {
        return TakeNote::new;
    }
}
