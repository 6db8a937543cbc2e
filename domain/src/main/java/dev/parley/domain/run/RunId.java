package dev.parley.domain.run;

import java.util.UUID;

/** The id of a run. */
public record RunId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
