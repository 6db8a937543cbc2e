package dev.parley.domain.item;

import dev.parley.domain.shared.Json;
import org.jspecify.annotations.Nullable;

/** Where knowledge comes from. */
public sealed interface Source {

    /** What all sources tell. */
    Details details();

    /**
     * What all sources tell.
     *
     * @param title what it is called
     * @param description null for none
     * @param timestamp when it was written, in words of its own; null where that is not known
     * @param group sources of one group are shown together; null for none
     */
    record Details(
            String title,
            @Nullable String description,
            @Nullable String timestamp,
            @Nullable String group) {

        /** A title alone. */
        public static Details titled(String title) {
            return new Details(title, null, null, null);
        }
    }

    /**
     * A page.
     *
     * @param attribution whose page it is; null where nobody is named
     */
    record Url(Details details, String url, @Nullable String attribution) implements Source {}

    /** A file. */
    record File(Details details, String filename) implements Source {}

    /**
     * Something of the application's own.
     *
     * @param icon null for none
     * @param label shown with it; null for none
     * @param inlineLabel shown within text; null for none
     * @param interactive whether the client shows more of it on demand
     * @param data an object of the application's
     */
    record Entity(
            Details details,
            String id,
            @Nullable String icon,
            @Nullable String label,
            @Nullable String inlineLabel,
            boolean interactive,
            Json data)
            implements Source {}
}
