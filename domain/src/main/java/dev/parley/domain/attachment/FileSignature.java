package dev.parley.domain.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.parley.domain.shared.Failure;
import java.util.Arrays;
import java.util.Optional;

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
     * The type of bytes that were declared to be of one. Browsers tell a type by a file's name, so that of images which every
     * browser shows the bytes decide which one it is.
     *
     * @throws Failure ATTACHMENT_TYPE_MISMATCH if such an image or PDF was declared, and the bytes are none
     */
    public MimeType typeDeclaredAs(MimeType declared) {
        if (declared.isRasterImage()) {
            return rasterImage().orElseThrow(() -> mismatch(declared));
        }
        if (declared.isPdf() && !isPdf()) {
            throw mismatch(declared);
        }
        return declared;
    }

    private Failure mismatch(MimeType declared) {
        return new Failure(AttachmentError.ATTACHMENT_TYPE_MISMATCH, declared, found());
    }

    private String found() {
        return rasterImage()
                .map(MimeType::value)
                .orElseGet(
                        () -> isPdf() ? "application/pdf" : isMarkup() ? "HTML, SVG or XML" : MimeType.OCTETS.value());
    }

    private Optional<MimeType> rasterImage() {
        if (hasAt(0, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of(new MimeType("image/png"));
        }
        if (hasAt(0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(new MimeType("image/jpeg"));
        }
        if (hasAt(0, "GIF87a") || hasAt(0, "GIF89a")) {
            return Optional.of(new MimeType("image/gif"));
        }
        return hasAt(0, "RIFF") && hasAt(8, "WEBPVP") ? Optional.of(new MimeType("image/webp")) : Optional.empty();
    }

    private boolean isPdf() {
        return hasAt(0, "%PDF-");
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
