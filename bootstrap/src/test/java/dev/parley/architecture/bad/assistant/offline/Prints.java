package dev.parley.architecture.bad.assistant.offline;

/** What is said is logged, not printed. */
final class Prints {

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
