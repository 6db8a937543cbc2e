package dev.parley.domain.attachment;

import dev.parley.domain.shared.InvalidRequest;
import dev.parley.domain.shared.Text;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A media type without parameters, in lower case (RFC 9110, section 8.3.1). */
public record MimeType(String value) {

    /** What nothing is known of (RFC 2046, section 4.5.1). */
    public static final MimeType OCTETS = new MimeType("application/octet-stream");

    private static final int MAXIMUM_LENGTH = 100;
    private static final String TOKEN = "[a-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern FORM = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Set<String> RASTER_IMAGES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    /**
     * Reads a media type; parameters are left out.
     *
     * @throws InvalidRequest if it is longer than 100 characters or not of the form {@code type/subtype}
     */
    public static MimeType of(String text) {
        String type = Text.storable("mime_type", text);
        int parameters = type.indexOf(';');
        String essence =
                (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        if (type.length() > MAXIMUM_LENGTH || !FORM.matcher(essence).matches()) {
            throw new InvalidRequest("mime_type", AttachmentError.MUST_BE_A_MEDIA_TYPE);
        }
        return new MimeType(essence);
    }

    /** Whether it is an image of dots in a format that every browser shows and that can hold no script. */
    public boolean isRasterImage() {
        return RASTER_IMAGES.contains(value);
    }

    /** Whether it is PDF. */
    public boolean isPdf() {
        return value.equals("application/pdf");
    }

    @Override
    public String toString() {
        return value;
    }
}
