package dev.parley.web.attachment;

import static dev.parley.web.attachment.AttachmentsUnderTest.bytes;
import static dev.parley.web.attachment.AttachmentsUnderTest.image;
import static dev.parley.web.attachment.HostileImages.chunk;
import static dev.parley.web.attachment.HostileImages.comment;
import static dev.parley.web.attachment.HostileImages.png;
import static dev.parley.web.attachment.HostileImages.progressive;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileImageTest {

    private final ImageIoThumbnails thumbnails = new ImageIoThumbnails(Duration.ofDays(1));

    @ParameterizedTest
    @CsvSource({"2000, 49, true", "2000, 50, false", "100, 50, true", "100, 200, true"})
    void aLargeJpegThatIsScannedTooOftenIsNotDecoded(int side, int morePasses, boolean isShown) {
        assertThat(isShown(progressive(side, side, morePasses))).isEqualTo(isShown);
    }

    @Test
    void onlyScansAreCountedAndNotWhatLooksLikeOne() {
        byte[] jpeg = image("jpeg", 3000, 2000, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.write(jpeg, 0, 2);
        HostileImages.segment(image, 0xE2, bytes("\u00FF\u00DA".repeat(100)));
        image.write(jpeg, 2, jpeg.length - 2);
        image.writeBytes(bytes("\u00FF\u00DA\0\u0002".repeat(100)));

        assertThat(isShown(image.toByteArray())).isTrue();
    }

    @Test
    void aPngWhoseCommentsGrowInMemoryIsNotDecoded() {
        byte[][] comments = new byte[100][];
        Arrays.fill(comments, comment(1024 * 1024));

        assertThat(isShown(png(comments))).isFalse();
        assertThat(isShown(png(comments[0]))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"iCCP, 2147483632", "tEXt, 5000000", "IDAT, 2147483647", "PLTE, -1"})
    void aPngWithAPartThatIsLongerThanItselfIsNotDecoded(String type, int length) {
        assertThat(isShown(png(chunk(type, bytes("k\0\0"), length)))).isFalse();
    }

    /** All fields together claim 300 MB. */
    @Test
    void fieldsOfAPhotoThatClaimTheSameBytesAreNotKept() throws IOException {
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.writeBytes(bytes("\u00FF\u00D8"));
        HostileImages.segment(photo, 0xE1, HostileImages.overlappingExif(6, 5000, 60_000));
        photo.writeBytes(bytes("\u00FF\u00D9"));
        var image = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo.toByteArray()));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Orientation orientation = Orientation.of(image);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 * 1024 * 1024);
        assertThat(orientation.value()).isEqualTo(6);
    }

    @Test
    void anImageThatIsTooLongToKeepOnDiskIsNotDecoded() {
        byte[] image = image("png", 20, 20, BufferedImage.TYPE_INT_RGB);

        assertThat(isShown(Arrays.copyOf(image, 64 * 1024 * 1024))).isTrue();
        assertThat(isShown(Arrays.copyOf(image, 64 * 1024 * 1024 + 1))).isFalse();
    }

    private boolean isShown(byte[] image) {
        return thumbnails.of(new ByteArrayInputStream(image)).isPresent();
    }
}
