package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.constraint.ByteCount;
import dev.parley.bootstrap.constraint.ByteSize;
import dev.parley.domain.attachment.AttachmentLimits;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.hibernate.validator.constraints.Range;
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
        @DefaultValue("20MiB") @ByteCount(max = 1L << 30, message = "must be from 1 byte to 1GiB, such as 20MiB")
        String fileBytes,

        @DefaultValue("10") @Range(min = 1, max = 100, message = "must be from 1 to 100, such as 10")
        int perMessage,

        @DefaultValue("1GiB") @ByteCount(max = 1L << 50, message = "must be from 1 byte to 1048576GiB, such as 1GiB")
        String userBytes,

        @DefaultValue("postgres")
        @Pattern(regexp = "(?i)\\s*(postgres|files)\\s*", message = "must be postgres or files")
        String store) {

    /** Where contents are kept. */
    public enum Store {
        /** With all else, in PostgreSQL. */
        POSTGRES,
        /** As files in the data folder, which all nodes then share. */
        FILES
    }

    /** How much a user may attach. */
    public AttachmentLimits limits() {
        return new AttachmentLimits(ByteSize.of(fileBytes), perMessage, ByteSize.of(userBytes));
    }

    /** Where contents are kept. */
    public Store chosenStore() {
        return Store.valueOf(store.strip().toUpperCase(Locale.ROOT));
    }
}
