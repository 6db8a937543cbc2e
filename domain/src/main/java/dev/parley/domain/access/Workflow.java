package dev.parley.domain.access;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * What the opener of a client session names as its workflow. Parley has one assistant and no workflows: it keeps and tells
 * what was said.
 *
 * @param version null for the latest
 * @param stateVariables a JSON object of primitive values; null where none were given
 * @param tracing whether its steps are to be traced
 */
public record Workflow(
        String id, @Nullable String version, @Nullable String stateVariables, boolean tracing) {

    private static final int MAXIMUM_LENGTH = 512;

    /**
     * Takes a workflow.
     *
     * @throws InvalidRequest if id or version are blank, longer than 512 UTF-16 units or not storable
     */
    public Workflow {
        check("workflow.id", id);
        if (version != null) {
            check("workflow.version", version);
        }
    }

    private static void check(String field, String text) {
        Text.storable(field, text);
        if (text.isBlank() || text.length() > MAXIMUM_LENGTH) {
            throw new InvalidRequest(field, FieldError.MUST_HAVE_CHARACTERS_AND_NOT_BE_BLANK, MAXIMUM_LENGTH);
        }
    }
}
