package dev.parley.domain.access;

import dev.parley.domain.shared.FieldError;
import dev.parley.domain.shared.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the opener of a client session wants the chat to offer. It is told to whoever shows the chat.
 *
 * @param automaticTitles whether threads get a title by themselves
 */
public record ChatFeatures(boolean automaticTitles, Uploads uploads, History history) {

    /**
     * Whether and how much may be uploaded.
     *
     * @param megabytes the largest file, from 1 to 512
     * @param files the most files of a session, at least 1
     */
    public record Uploads(boolean enabled, int megabytes, int files) {

        /** The largest file that can be asked for, in megabytes. */
        public static final int MOST_MEGABYTES = 512;

        /** The most files of a session, unless its opener says otherwise. */
        public static final int USUAL_FILES = 10;

        /**
         * Takes limits.
         *
         * @throws InvalidRequest if they are out of bounds
         */
        public Uploads {
            if (megabytes < 1 || megabytes > MOST_MEGABYTES) {
                throw new InvalidRequest(
                        "chatkit_configuration.file_upload.max_file_size",
                        FieldError.MUST_BE_FROM_1_TO,
                        MOST_MEGABYTES);
            }
            if (files < 1) {
                throw new InvalidRequest("chatkit_configuration.file_upload.max_files", FieldError.MUST_BE_AT_LEAST_1);
            }
        }
    }

    /**
     * Whether earlier threads are offered.
     *
     * @param recentThreads how many of them, at least 1; null for all
     */
    public record History(boolean enabled, @Nullable Integer recentThreads) {

        /**
         * Takes a number of threads.
         *
         * @throws InvalidRequest if it is out of bounds
         */
        public History {
            if (recentThreads != null && recentThreads < 1) {
                throw new InvalidRequest("chatkit_configuration.history.recent_threads", FieldError.MUST_BE_AT_LEAST_1);
            }
        }
    }
}
