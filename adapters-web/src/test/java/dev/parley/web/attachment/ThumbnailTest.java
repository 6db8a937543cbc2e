package dev.parley.web.attachment;

import static dev.parley.web.attachment.AttachmentsUnderTest.bytes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.attachment.AttachmentPreview.Image;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailTest {

    private static final String PLACE = "40.7128 N, 74.0060 W";

    private final ImageIoThumbnails thumbnails = new ImageIoThumbnails();

    /** Where the upper left corner of what a camera stores is seen (CIPA DC-008, 4.6.5). */
    @ParameterizedTest
    @CsvSource({
        "1, 512, 256, 0, 0",
        "2, 512, 256, 1, 0",
        "3, 512, 256, 1, 1",
        "4, 512, 256, 0, 1",
        "5, 256, 512, 0, 0",
        "6, 256, 512, 1, 0",
        "7, 256, 512, 1, 1",
        "8, 256, 512, 0, 1"
    })
    void aPhotoIsUprightHoweverTheCameraWasHeld(int orientation, int width, int height, int right, int below)
            throws IOException {
        BufferedImage thumbnail = pixels(photo(orientation));

        assertThat(thumbnail.getWidth()).isEqualTo(width);
        assertThat(thumbnail.getHeight()).isEqualTo(height);
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 2; y++) {
                int red = new Color(thumbnail.getRGB(width / 4 + x * width / 2, height / 4 + y * height / 2)).getRed();
                assertThat(red > 128).as("red at %d, %d", x, y).isEqualTo(x == right && y == below);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65535})
    void anOrientationThatThereIsNotIsUpright(int orientation) throws IOException {
        assertThat(pixels(photo(orientation)).getWidth()).isEqualTo(512);
    }

    @Test
    void aPhotoWithBrokenExifIsShownAsItIs() throws IOException {
        byte[] photo = photo(6);
        Arrays.fill(photo, 12, 26, (byte) 0xFF);

        assertThat(pixels(photo).getWidth()).isEqualTo(512);
    }

    @Test
    void whatElseAPhotoTellsIsNotInItsThumbnail() {
        assertThat(new String(photo(1), ISO_8859_1)).contains(PLACE);

        String thumbnail = new String(thumbnail(photo(1)).orElseThrow().bytes(), ISO_8859_1);

        assertThat(thumbnail).doesNotContain(PLACE).doesNotContain("Exif");
    }

    /** Each pass over the image takes a few bytes to ask for and a long time to do. */
    @Test
    @Timeout(30)
    void anImageThatTakesTooLongHasNone() {
        ImageIoThumbnails impatient = new ImageIoThumbnails(Duration.ofMillis(100));

        assertThat(impatient.of(new ByteArrayInputStream(HostileImages.progressive(1000, 1000, 10_000))))
                .isEmpty();
        assertThat(impatient.of(new ByteArrayInputStream(photo(1)))).isPresent();
    }

    private Optional<Image> thumbnail(byte[] image) {
        return thumbnails.of(new ByteArrayInputStream(image));
    }

    private BufferedImage pixels(byte[] image) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(thumbnail(image).orElseThrow().bytes()));
    }

    /** A wide JPEG whose upper left quarter is red, with Exif that tells its orientation and its place. */
    private static byte[] photo(int orientation) {
        BufferedImage image = new BufferedImage(1200, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 600, 300);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", jpeg);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.writeBytes(bytes("\u00FF\u00D8"));
        HostileImages.segment(photo, 0xE1, exif(orientation));
        photo.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return photo.toByteArray();
    }

    /** A TIFF directory with two fields: a short, and a text behind the directory. */
    private static byte[] exif(int orientation) {
        String tiff = "MM\0*\0\0\0\u0008" + "\0\u0002"
                + ("\u0001\u0012" + "\0\u0003" + "\0\0\0\u0001" + (char) (orientation >> 8)
                        + (char) (orientation & 0xFF) + "\0\0")
                + ("\u0082\u0098" + "\0\u0002" + "\0\0\0" + (char) (PLACE.length() + 1) + "\0\0\0&")
                + "\0\0\0\0" + PLACE + "\0";
        return bytes("Exif\0\0" + tiff);
    }
}
