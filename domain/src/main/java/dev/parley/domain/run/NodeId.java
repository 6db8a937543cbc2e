package dev.parley.domain.run;

import java.util.UUID;

/** One start of one server: a node that starts again is another node. */
public record NodeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
