package dev.parley.domain.attachment;

import dev.parley.domain.shared.Failure;
import java.util.regex.Pattern;

/** The id of an attachment: {@code atc_} and at least 96 random bits in hexadecimal digits. */
public record AttachmentId(String value) {

    private static final String PREFIX = "atc_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{24,64}");

    /** Refuses what no attachment can have, so that an id may name a file or stand in an address as it is. */
    public AttachmentId {
        if (!FORM.matcher(value).matches()) {
            throw new Failure(AttachmentError.ATTACHMENT_NOT_FOUND);
        }
    }

    /**
     * Reads an id.
     *
     * @throws Failure ATTACHMENT_NOT_FOUND if the text has not the form of one, which no attachment then has
     */
    public static AttachmentId of(String text) {
        return new AttachmentId(text);
    }

    /**
     * A new id.
     *
     * @param random at least 96 random bits as lower-case hexadecimal digits
     */
    public static AttachmentId ofRandom(String random) {
        return new AttachmentId(PREFIX + random);
    }

    @Override
    public String toString() {
        return value;
    }
}
