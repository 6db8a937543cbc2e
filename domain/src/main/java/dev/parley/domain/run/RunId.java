package dev.parley.domain.run;

import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.NameBasedUuid;
import java.util.UUID;

/** The id of a run. */
public record RunId(UUID value) {

    /**
     * Reads an id.
     *
     * @throws Failure RUN_NOT_FOUND if the text is no UUID, which no run has as its id
     */
    public static RunId of(String text) {
        if (!NameBasedUuid.isUuid(text)) {
            throw new Failure(RunError.RUN_NOT_FOUND);
        }
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
