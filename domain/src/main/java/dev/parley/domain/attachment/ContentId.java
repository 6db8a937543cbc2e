package dev.parley.domain.attachment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of what one upload of an attachment stored. Every try to upload has its own, so that no upload ever overwrites
 * what another stored.
 *
 * @param attachment whose content it is
 * @param upload which upload stored it: 24 to 64 lower-case hexadecimal digits
 */
public record ContentId(AttachmentId attachment, String upload) {

    private static final Pattern FORM = Pattern.compile("(atc_[0-9a-f]{24,64})-([0-9a-f]{24,64})");

    public ContentId {
        if (!FORM.matcher(attachment + "-" + upload).matches()) {
            throw new IllegalArgumentException("an upload has 24 to 64 hexadecimal digits");
        }
    }

    /** Reads what {@link #toString} writes; empty if the text is nothing of the kind. */
    public static Optional<ContentId> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new ContentId(new AttachmentId(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    /** Both parts with a hyphen between them, which can name a file. */
    @Override
    public String toString() {
        return attachment + "-" + upload;
    }
}
