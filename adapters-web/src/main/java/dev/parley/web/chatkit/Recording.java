package dev.parley.web.chatkit;

import dev.parley.domain.shared.InvalidRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Something that a user spoke.
 *
 * @param audio the whole recording
 * @param mimeType its type, such as {@code audio/webm;codecs=opus}
 */
record Recording(Bytes audio, String mimeType) {

    private static final Set<String> TYPES =
            Set.of("audio/webm", "video/webm", "audio/ogg", "application/ogg", "audio/mp4", "video/mp4");
    private static final int LONGEST_TYPE = 100;

    /**
     * Takes a recording.
     *
     * @throws InvalidRequest if it is empty, or of no type that a browser records
     */
    Recording {
        if (audio.value().length == 0) {
            throw new InvalidRequest("audio_base64", ChatKitError.MUST_NOT_BE_EMPTY);
        }
        if (mimeType.length() > LONGEST_TYPE || !TYPES.contains(essence(mimeType)) || !isPlain(mimeType)) {
            throw new InvalidRequest("mime_type", ChatKitError.MUST_BE_A_RECORDING);
        }
    }

    private static String essence(String type) {
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** It is passed on in a header. */
    private static boolean isPlain(String type) {
        return type.chars().allMatch(character -> character >= ' ' && character < 0x7F);
    }

    @Override
    public String toString() {
        return "Recording[mimeType=" + mimeType + "]";
    }
}
