package dev.parley.web.attachment;

import static dev.parley.web.attachment.AttachmentsUnderTest.bytes;
import static dev.parley.web.attachment.AttachmentsUnderTest.image;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Small files that ask a decoder for much. */
final class HostileImages {

    private static final int SIGNATURE_AND_HEADER_BYTES = 8 + 25;

    private HostileImages() {}

    /** A PNG with a palette, and chunks between its header and its palette. */
    static byte[] png(byte[]... chunks) {
        byte[] image = image("png", 20, 20, BufferedImage.TYPE_BYTE_INDEXED);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(image, 0, SIGNATURE_AND_HEADER_BYTES);
        for (byte[] chunk : chunks) {
            png.writeBytes(chunk);
        }
        png.write(image, SIGNATURE_AND_HEADER_BYTES, image.length - SIGNATURE_AND_HEADER_BYTES);
        return png.toByteArray();
    }

    /** A chunk of a PNG (RFC 2083, 3.2) that claims to be of a length. */
    static byte[] chunk(String type, byte[] content, int length) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        try (DataOutputStream output = new DataOutputStream(chunk)) {
            byte[] typed = (type + new String(content, ISO_8859_1)).getBytes(ISO_8859_1);
            CRC32 checksum = new CRC32();
            checksum.update(typed);
            output.writeInt(length);
            output.write(typed);
            output.writeInt((int) checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chunk.toByteArray();
    }

    /** A compressed comment of a PNG that grows to so many bytes. */
    static byte[] comment(int bytes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(bytes("k\0\0"));
        try (DeflaterOutputStream output = new DeflaterOutputStream(text)) {
            output.write(new byte[bytes]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chunk("zTXt", text.toByteArray(), text.size());
    }

    /** Exif with an orientation, and fields which all claim the same bytes for themselves. */
    static byte[] overlappingExif(int orientation, int fields, int claimed) {
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        exif.writeBytes(bytes("Exif\0\0" + "MM\0*\0\0\0\u0008" + twoBytes(fields + 1)));
        exif.writeBytes(bytes("\u0001\u0012" + "\0\u0003" + "\0\0\0\u0001" + twoBytes(orientation) + "\0\0"));
        for (int field = 0; field < fields; field++) {
            exif.writeBytes(bytes(twoBytes(0x8000 + field) + "\0\u0007" + "\0\0" + twoBytes(claimed) + "\0\0\0\0"));
        }
        exif.writeBytes(new byte[65_533 - exif.size()]);
        return exif.toByteArray();
    }

    /** A grey JPEG that is refined over and over again, each time by nothing (ITU T.81, G.1.2.2). */
    static byte[] progressive(int width, int height, int passes) {
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.writeBytes(bytes("\u00FF\u00D8"));
        segment(image, 0xDB, bytes("\0" + "\u0001".repeat(64)));
        segment(image, 0xC2, bytes("\b" + twoBytes(height) + twoBytes(width) + "\u0001\u0001\u0011\0"));
        segment(image, 0xC4, bytes("\0\u0001" + "\0".repeat(15) + "\0"));
        segment(image, 0xC4, bytes("\u0010\u0001" + "\0".repeat(15) + "\u00E0"));
        int blocks = ((width + 7) / 8) * ((height + 7) / 8);
        segment(image, 0xDA, bytes("\u0001\u0001\0\0\0\0"));
        image.writeBytes(new byte[(blocks + 7) / 8]);
        for (int pass = 0; pass < passes; pass++) {
            segment(image, 0xDA, bytes("\u0001\u0001\0\u0001?\0"));
            image.writeBytes(runsOfNothing(blocks));
        }
        image.writeBytes(bytes("\u00FF\u00D9"));
        return image.toByteArray();
    }

    /** Runs of at most 32767 empty blocks, each fifteen bits: a zero, and fourteen ones behind it. */
    private static byte[] runsOfNothing(int blocks) {
        StringBuilder bits = new StringBuilder("011111111111111".repeat((blocks + 32766) / 32767));
        bits.append("1".repeat((8 - bits.length() % 8) % 8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < bits.length(); at += 8) {
            int next = Integer.parseInt(bits.substring(at, at + 8), 2);
            bytes.write(next);
            if (next == 0xFF) {
                bytes.write(0);
            }
        }
        return bytes.toByteArray();
    }

    static void segment(ByteArrayOutputStream image, int marker, byte[] content) {
        image.write(0xFF);
        image.write(marker);
        image.writeBytes(bytes(twoBytes(content.length + 2)));
        image.writeBytes(content);
    }

    private static String twoBytes(int number) {
        return "" + (char) (number >> 8) + (char) (number & 0xFF);
    }
}
