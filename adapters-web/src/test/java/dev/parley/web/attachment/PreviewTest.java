package dev.parley.web.attachment;

import static dev.parley.web.attachment.AttachmentsUnderTest.at;
import static dev.parley.web.attachment.AttachmentsUnderTest.bytes;
import static dev.parley.web.attachment.AttachmentsUnderTest.download;
import static dev.parley.web.attachment.AttachmentsUnderTest.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.attachment.AttachmentId;
import dev.parley.web.testing.RunningParley;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {

    private static final String WEBP = "RIFF\u0010\0\0\0WEBPVP8 \0\0\0\0";

    private final AttachmentsUnderTest attachments = new AttachmentsUnderTest(RunningParley.shared());

    @ParameterizedTest
    @CsvSource({
        "jpeg, image/jpeg, 3000, 1500, 1, image/jpeg, 512, 256",
        "png, image/png, 1500, 3000, 1, image/jpeg, 256, 512",
        "png, image/png, 1030, 515, 2, image/png, 512, 256",
        "png, image/png, 20, 10, 2, image/png, 20, 10",
        "png, image/png, 4000, 1, 1, image/jpeg, 512, 1",
        "gif, image/gif, 700, 700, 13, image/jpeg, 512, 512"
    })
    void aPreviewIsSmallAndShowsTheImage(
            String format, String type, int width, int height, int pixels, String previewType, int w, int h)
            throws IOException {
        HttpResponse<byte[]> answer = preview(type, image(format, width, height, pixels));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(previewType);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        BufferedImage preview = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(preview.getWidth()).isEqualTo(w);
        assertThat(preview.getHeight()).isEqualTo(h);
        assertThat(red(preview, w / 8)).isGreaterThan(200);
        assertThat(red(preview, w - 1 - w / 8)).isLessThan(50);
    }

    @Test
    void anImageThatClaimsToBeHugeIsNotDecoded() {
        HttpResponse<byte[]> answer = preview("image/png", pngThatClaims(15_000, 15_000));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void anImageOfOneEndlessLineIsNotDecoded() {
        assertThat(preview("image/png", pngThatClaims(20_001, 1)).statusCode()).isEqualTo(404);
    }

    @Test
    void aBrokenImageHasNoPreview() {
        byte[] image = image("png", 300, 300, BufferedImage.TYPE_INT_RGB);

        assertThat(preview("image/png", Arrays.copyOf(image, 60)).statusCode()).isEqualTo(404);
    }

    @Test
    void aSmallWebpStandsForItself() {
        HttpResponse<byte[]> answer = preview("image/webp", bytes(WEBP));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/webp");
        assertThat(answer.body()).isEqualTo(bytes(WEBP));
    }

    @Test
    void aLargeWebpHasNoPreview() {
        byte[] large = Arrays.copyOf(bytes(WEBP), 1024 * 1024 + 1);

        assertThat(preview("image/webp", large).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileHasNoPreview() {
        assertThat(preview("text/plain", bytes("hello")).statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> preview(String type, byte[] content) {
        AttachmentId id = attachments.created("a", type, content.length);
        assertThat(attachments.upload(id, content).status()).isEqualTo(200);
        return download(attachments.user(), at(id) + "/preview");
    }

    private static int red(BufferedImage image, int x) {
        return (image.getRGB(x, image.getHeight() / 2) >> 16) & 0xFF;
    }

    /** A small PNG (RFC 2083) whose header says that it is of another size. */
    private static byte[] pngThatClaims(int width, int height) {
        ByteBuffer png = ByteBuffer.wrap(image("png", 10, 10, BufferedImage.TYPE_INT_RGB));
        png.putInt(16, width).putInt(20, height);
        CRC32 checksum = new CRC32();
        checksum.update(png.array(), 12, 17);
        return png.putInt(29, (int) checksum.getValue()).array();
    }
}
