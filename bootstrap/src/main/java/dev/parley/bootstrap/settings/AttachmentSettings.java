package dev.parley.bootstrap.settings;

import static dev.parley.bootstrap.settings.Setting.ATTACHMENTS_FILE_BYTES;
import static dev.parley.bootstrap.settings.Setting.ATTACHMENTS_PER_MESSAGE;
import static dev.parley.bootstrap.settings.Setting.ATTACHMENTS_STORE;
import static dev.parley.bootstrap.settings.Setting.ATTACHMENTS_USER_BYTES;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.domain.attachment.AttachmentLimits;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What users may attach, and where it is kept.
 *
 * @param fileBytes the longest attachment, such as {@code 20MiB}
 * @param perMessage attachments of a message
 * @param userBytes all attachments of a user together
 * @param store {@code postgres} or {@code files}
 */
public record AttachmentSettings(
        @DefaultValue("20MiB") String fileBytes,
        @DefaultValue("10") int perMessage,
        @DefaultValue("1GiB") String userBytes,
        @DefaultValue("postgres") String store) {

    private static final long LONGEST_FILE = 1L << 30;
    private static final long MOST_BYTES = 1L << 50;
    private static final int MOST_ATTACHMENTS = 100;

    /** Where contents are kept. */
    public enum Store {
        /** With all else, in PostgreSQL. */
        POSTGRES,
        /** As files in the data folder, which all nodes then share. */
        FILES
    }

    public AttachmentSettings {
        Setting.checkRange(ATTACHMENTS_PER_MESSAGE, perMessage, 1, MOST_ATTACHMENTS);
        limitsOf(fileBytes, perMessage, userBytes);
        storeOf(store);
    }

    /** How much a user may attach. */
    public AttachmentLimits limits() {
        return limitsOf(fileBytes, perMessage, userBytes);
    }

    /** Where contents are kept. */
    public Store chosenStore() {
        return storeOf(store);
    }

    private static AttachmentLimits limitsOf(String fileBytes, int perMessage, String userBytes) {
        return new AttachmentLimits(
                ByteSize.of(ATTACHMENTS_FILE_BYTES, fileBytes, LONGEST_FILE),
                perMessage,
                ByteSize.of(ATTACHMENTS_USER_BYTES, userBytes, MOST_BYTES));
    }

    private static Store storeOf(String store) {
        return switch (store.strip().toLowerCase(Locale.ROOT)) {
            case "postgres" -> Store.POSTGRES;
            case "files" -> Store.FILES;
            default ->
                throw new InvalidConfigurationException(
                        ATTACHMENTS_STORE + " must be postgres or files, but is \"" + store + "\".");
        };
    }
}
