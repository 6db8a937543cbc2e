package dev.parley.bootstrap.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ChatKit protocol is spoken.
 *
 * @param onDisconnect what becomes of an answer whose client drops the connection
 */
public record ChatKitSettings(@DefaultValue("cancel") OnDisconnect onDisconnect) {

    /** What becomes of an answer whose client is gone. */
    public enum OnDisconnect {
        /** It stops; what it has said is kept. */
        CANCEL,
        /** It goes on to its end. */
        CONTINUE
    }
}
