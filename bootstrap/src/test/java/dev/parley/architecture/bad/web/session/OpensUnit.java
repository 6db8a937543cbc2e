package dev.parley.architecture.bad.web.session;

import dev.parley.architecture.bad.application.shared.UnitOfWork;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Adapters call use cases, which know what commits together. */
record OpensUnit(UnitOfWork unitOfWork) {

    String call() {
        return unitOfWork.execute(() -> "done");
    }

    UnaryOperator<Supplier<String>> reference() {
        Function<Supplier<String>, String> execute = unitOfWork::execute;
        return work -> () -> execute.apply(work);
    }
}
