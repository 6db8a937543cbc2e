package dev.parley.bootstrap.settings;

import static dev.parley.bootstrap.settings.Setting.STORAGE_USER_BYTES;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much users may store beside attachments.
 *
 * @param userBytes the items of all sessions of a user together, such as {@code 64MiB}
 */
public record StorageSettings(@DefaultValue("64MiB") String userBytes) {

    private static final long MOST_BYTES = 1L << 50;

    public StorageSettings {
        bytesOf(userBytes);
    }

    /** Bytes that a user may store. */
    public long bytesOfUser() {
        return bytesOf(userBytes);
    }

    private static long bytesOf(String userBytes) {
        return ByteSize.of(STORAGE_USER_BYTES, userBytes, MOST_BYTES);
    }
}
