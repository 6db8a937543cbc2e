package dev.parley.web.attachment;

import dev.parley.application.attachment.Thumbnails;
import dev.parley.application.shared.StepFailed;
import dev.parley.domain.shared.Failure;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileCacheImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes thumbnails with the JDK's own codecs, which read PNG, JPEG and GIF. How large an image is, is read before anything of
 * it is decoded; only as many pixels as are needed are kept; two are decoded at a time, and none for long. What else a photo
 * tells, such as where it was taken, is not in its thumbnail.
 */
@Component
final class ImageIoThumbnails implements Thumbnails {

    private static final Logger log = LoggerFactory.getLogger(ImageIoThumbnails.class);

    private static final int LONGEST_SIDE = 512;
    private static final int MAXIMUM_SIDE = 20_000;
    private static final long MAXIMUM_PIXELS = 40_000_000;
    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration DECODING_TIME = Duration.ofSeconds(5);

    private final Semaphore decoders = new Semaphore(AT_A_TIME, true);
    private final Duration decodingTime;

    ImageIoThumbnails() {
        this(DECODING_TIME);
    }

    private ImageIoThumbnails(Duration decodingTime) {
        this.decodingTime = decodingTime;
    }

    /** Gives up on images that take longer; the usual ones have five seconds. */
    static ImageIoThumbnails within(Duration decodingTime) {
        return new ImageIoThumbnails(decodingTime);
    }

    @Override
    public Optional<Thumbnail> of(InputStream image) {
        takeDecoder();
        try (ImageInputStream input = new FileCacheImageInputStream(new TimedStream(image, decodingTime), null)) {
            Orientation orientation = Orientation.of(input);
            return decoded(input).map(pixels -> scaled(pixels, orientation)).map(ImageIoThumbnails::encoded);
        } catch (Failure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            log.debug("An image cannot be read", e);
            return Optional.empty();
        } finally {
            decoders.release();
        }
    }

    private void takeDecoder() {
        try {
            if (!decoders.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw StepFailed.unavailable("attachment.preview", new TimeoutException("all decoders are busy"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StepFailed.unavailable("attachment.preview", e);
        }
    }

    private static Optional<BufferedImage> decoded(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(input, true, true);
            return decoded(reader);
        } finally {
            reader.dispose();
        }
    }

    /** Between one and two times as large as the thumbnail will be, where the image is. */
    private static Optional<BufferedImage> decoded(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int longest = Math.max(width, height);
        if (longest > MAXIMUM_SIDE || (long) width * height > MAXIMUM_PIXELS) {
            return Optional.empty();
        }
        int step = Math.max(1, longest / (2 * LONGEST_SIDE));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(reader.read(0, parameters));
    }

    private static BufferedImage scaled(BufferedImage image, Orientation orientation) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage thumbnail = orientation.swapsSides() ? like(image, height, width) : like(image, width, height);
        Graphics2D graphics = thumbnail.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.transform(orientation.upright(width, height));
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return thumbnail;
    }

    private static BufferedImage like(BufferedImage image, int width, int height) {
        boolean isOpaque = !image.getColorModel().hasAlpha();
        return new BufferedImage(width, height, isOpaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    }

    private static Thumbnail encoded(BufferedImage image) {
        String format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, format, output);
        } catch (IOException e) {
            throw StepFailed.internal("attachment.preview", e);
        }
        return new Thumbnail("image/" + format, bytes.toByteArray());
    }
}
