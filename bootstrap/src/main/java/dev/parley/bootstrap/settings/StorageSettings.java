package dev.parley.bootstrap.settings;

import dev.parley.bootstrap.constraint.ByteCount;
import dev.parley.bootstrap.constraint.ByteSize;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much users may store beside attachments.
 *
 * @param userBytes the items of all sessions of a user together, such as {@code 64MiB}
 */
public record StorageSettings(
        @DefaultValue("64MiB") @ByteCount(max = 1L << 50, message = "must be from 1 byte to 1048576GiB, such as 64MiB")
        String userBytes) {

    /** Bytes that a user may store. */
    public long bytesOfUser() {
        return ByteSize.of(userBytes);
    }
}
