package dev.parley.web.attachment;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.StreamReader;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a camera was held: cameras store what their sensor sees, and beside it how that is to be turned (the Exif tag
 * Orientation).
 *
 * @param value from 1, which is upright, to 8
 */
record Orientation(int value) {

    private static final Logger log = LoggerFactory.getLogger(Orientation.class);

    private static final Orientation UPRIGHT = new Orientation(1);

    /** Reads a photo's orientation, and leaves the stream where it was; what is no photo is upright. */
    static Orientation of(ImageInputStream image) throws IOException {
        image.mark();
        try {
            Integer value = read(image);
            return value == null || value < 1 || value > 8 ? UPRIGHT : new Orientation(value);
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            log.debug("An image has no readable orientation", e);
            return UPRIGHT;
        } finally {
            image.reset();
        }
    }

    private static @Nullable Integer read(ImageInputStream image) throws IOException, ImageProcessingException {
        var segments = JpegSegmentReader.readSegments(
                new StreamReader(new FirstMebibyte(image)), List.of(JpegSegmentType.APP1));
        for (byte[] segment : segments.getSegments(JpegSegmentType.APP1)) {
            if (ExifReader.startsWithJpegExifPreamble(segment)) {
                return OrientationReader.read(segment);
            }
        }
        return null;
    }

    /** Whether what is wide in the camera is high to the eye. */
    boolean swapsSides() {
        return value >= 5;
    }

    /** Turns an image of this size so that it is upright, with its upper left corner where it was. */
    AffineTransform upright(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
