package dev.parley.architecture.bad.assistant.note;

import dev.parley.architecture.bad.application.shared.UnitOfWork;
import dev.parley.architecture.bad.bootstrap.wiring.Wiring;
import java.util.function.Supplier;

/** Breaks the rules of assistants and of output. */
public abstract class BadAssistant implements UnitOfWork {

    @Override
    public <T> T execute(Supplier<T> work) {
        return work.get();
    }

    abstract void bootstrap(Wiring wiring);

    void out() {
        System.out.println("note");
    }

    void err() {
        System.err.println("note");
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // the fault that is shown here
    void stackTrace(Exception failure) {
        failure.printStackTrace();
    }
}
