package dev.parley.application.assistant;

/** Tells an assistant that its run has been stopped and that it should return. */
public final class RunStopped extends RuntimeException {

    public RunStopped() {
        super("the run has been stopped", null, false, false);
    }
}
