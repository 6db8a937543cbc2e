package dev.parley.architecture.bad.application.run;

import java.util.UUID;

/** Ids come from a port. */
final class MakesIds {

    UUID next() {
        return UUID.randomUUID();
    }
}
