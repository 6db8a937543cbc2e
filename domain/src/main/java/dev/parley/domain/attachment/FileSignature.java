package dev.parley.domain.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parley.domain.shared.Failure;
import java.util.Arrays;

/**
 * Where a content begins, which tells what it is whatever it was declared to be (WHATWG MIME Sniffing, sections 6 and 7).
 */
public final class FileSignature {

    /** As many bytes as are looked at. */
    public static final int COUNT = 512;

    private static final String WHITE_SPACE = "\t\n\f\r \0";

    private final byte[] bytes;

    /**
     * Looks at bytes.
     *
     * @param bytes the first {@link #COUNT} of a content, or all of a shorter one
     */
    public FileSignature(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * Takes bytes of a declared type.
     *
     * @throws Failure ATTACHMENT_TYPE_MISMATCH if the type has a signature that the bytes have not, or is an image's
     *     while the bytes
     *     are markup, which a browser might run
     */
    public void checkAre(MimeType declared) {
        boolean isAsDeclared = switch (declared.value()) {
            case "image/png" -> hasAt(0, "\u0089PNG\r\n\u001A\n");
            case "image/jpeg" -> hasAt(0, "\u00FF\u00D8\u00FF");
            case "image/gif" -> hasAt(0, "GIF87a") || hasAt(0, "GIF89a");
            case "image/webp" -> hasAt(0, "RIFF") && hasAt(8, "WEBPVP");
            case "application/pdf" -> hasAt(0, "%PDF-");
            default -> !declared.isImage() || !isMarkup();
        };
        if (!isAsDeclared) {
            throw new Failure(AttachmentError.ATTACHMENT_TYPE_MISMATCH, declared);
        }
    }

    /** HTML, SVG and other XML, in UTF-8 or UTF-16, with a byte order mark or without. */
    private boolean isMarkup() {
        String text = new String(bytes, ISO_8859_1).replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "");
        return text.chars()
                .filter(character -> WHITE_SPACE.indexOf(character) < 0)
                .limit(1)
                .anyMatch(character -> character == '<');
    }

    private boolean hasAt(int offset, String signature) {
        byte[] expected = signature.getBytes(ISO_8859_1);
        int end = offset + expected.length;
        return bytes.length >= end && Arrays.equals(bytes, offset, end, expected, 0, expected.length);
    }
}
