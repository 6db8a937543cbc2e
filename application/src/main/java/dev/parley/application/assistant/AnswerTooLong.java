package dev.parley.application.assistant;

/** An assistant said more than Parley keeps of one answer. */
public final class AnswerTooLong extends RuntimeException {

    public AnswerTooLong(int maximum) {
        super("the answer has more than " + maximum + " UTF-16 units");
    }
}
