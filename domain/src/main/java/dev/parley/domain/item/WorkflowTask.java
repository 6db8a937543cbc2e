package dev.parley.domain.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of an assistant's work, as it shows it. */
public sealed interface WorkflowTask {

    /** How far it is. */
    StatusIndicator status();

    /** How far a step is. */
    enum StatusIndicator {
        /** Not told. */
        NONE,
        /** It goes on. */
        LOADING,
        /** It is done. */
        COMPLETE
    }

    /**
     * A step in words of its own.
     *
     * @param title null for none
     * @param icon null for none
     * @param content null for none
     */
    record Custom(
            StatusIndicator status,
            @Nullable String title,
            @Nullable String icon,
            @Nullable String content) implements WorkflowTask {}

    /**
     * A search on the web.
     *
     * @param title null for none
     * @param titleQuery what is searched for, as a title; null for none
     */
    record WebSearch(
            StatusIndicator status,
            @Nullable String title,
            @Nullable String titleQuery,
            List<String> queries,
            List<Source.Url> sources)
            implements WorkflowTask {

        public WebSearch {
            queries = List.copyOf(queries);
            sources = List.copyOf(sources);
        }
    }

    /**
     * A thought.
     *
     * @param title null for none
     */
    record Thought(StatusIndicator status, @Nullable String title, String content) implements WorkflowTask {}

    /**
     * Reading files.
     *
     * @param title null for none
     */
    record Files(StatusIndicator status, @Nullable String title, List<Source.File> sources) implements WorkflowTask {

        public Files {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Making an image.
     *
     * @param title null for none
     */
    record Image(StatusIndicator status, @Nullable String title) implements WorkflowTask {}
}
