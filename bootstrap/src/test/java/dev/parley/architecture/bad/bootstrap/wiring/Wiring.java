package dev.parley.architecture.bad.bootstrap.wiring;

import dev.parley.architecture.bad.application.note.BadUseCase.Notes;

/** Blameless, but for what it holds. */
public interface Wiring {

    /** An adapter that is at home elsewhere. */
    final class FixedNotes implements Notes {

        @Override
        public String newest() {
            return "";
        }
    }
}
