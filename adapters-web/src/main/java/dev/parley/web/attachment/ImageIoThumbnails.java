package dev.parley.web.attachment;

import dev.parley.application.attachment.Thumbnails;
import dev.parley.application.shared.SystemError;
import dev.parley.application.shared.SystemFailure;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.attachment.AttachmentPreview.Image;
import dev.parley.domain.shared.Failure;
import dev.parley.web.compute.ComputePool;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes thumbnails with the JDK's own codecs, of PNG, JPEG and GIF. How large an image is and what it asks of its decoder is
 * read before anything of it is decoded; only as many pixels as are needed are kept; a few are decoded at a time, on threads of
 * their own, and none for long. What else a photo tells, such as where it was taken, is not in its thumbnail.
 */
@Component
final class ImageIoThumbnails implements Thumbnails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ImageIoThumbnails.class);

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");
    private static final int LONGEST_SIDE = 512;
    private static final int MAXIMUM_SIDE = 20_000;
    private static final long MAXIMUM_PIXELS = 40_000_000;
    private static final long MAXIMUM_BYTES = 64 * 1024 * 1024;
    private static final Duration DECODING_TIME = Duration.ofSeconds(5);

    /** What a decoder keeps of the largest progressive JPEG, outside of the heap: two bytes of each colour. */
    private static final long DECODER_BYTES = 6 * MAXIMUM_PIXELS;

    private final ComputePool decoders;
    private final Semaphore files;
    private final Duration decodingTime;

    @Autowired
    ImageIoThumbnails() {
        this(DECODING_TIME);
    }

    /**
     * Gives up on images that take longer.
     *
     * @param decodingTime in time of the processor; the usual one is five seconds
     */
    ImageIoThumbnails(Duration decodingTime) {
        this.decoders = ComputePool.of("image", maximumDecoders());
        this.files = new Semaphore(decoders.capacity());
        this.decodingTime = decodingTime;
    }

    /** As many as the machine has memory for, which is taken to be as much again as the heap. */
    private static int maximumDecoders() {
        return (int) Math.max(1, Runtime.getRuntime().maxMemory() / DECODER_BYTES);
    }

    /** The image is on disk before it is decoded, so that no decoder waits for where it comes from. */
    @Override
    public Optional<Image> of(InputStream image) {
        if (!files.tryAcquire()) {
            throw new Failure(SystemError.SERVICE_UNAVAILABLE);
        }
        try (TemporaryFile file = TemporaryFile.of(image, MAXIMUM_BYTES)) {
            return decoders.call(() -> of(file));
        } catch (Failure e) {
            if (e.is(AttachmentError.ATTACHMENT_TOO_LARGE)) {
                return Optional.empty();
            }
            throw e;
        } catch (IOException e) {
            throw SystemFailure.internal("attachment.read", e);
        } finally {
            files.release();
        }
    }

    /** Interrupts what is being decoded. */
    @Override
    public void close() {
        decoders.close();
    }

    private Optional<Image> of(TemporaryFile file) {
        try (ImageInputStream input = new TimedImage(file.channel(), DecodingTime.ofThisThread(decodingTime))) {
            Orientation orientation = Orientation.of(input);
            return decoded(input).map(pixels -> scaled(pixels, orientation)).map(ImageIoThumbnails::encoded);
        } catch (Failure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            log.debug("An image cannot be read", e);
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> decoded(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
            ImageBounds bounds = ImageBounds.of(input);
            reader.setInput(input, true, true);
            return decoded(reader, bounds);
        } finally {
            reader.dispose();
        }
    }

    /** Between one and two times as large as the thumbnail will be, where the image is. */
    private static Optional<BufferedImage> decoded(ImageReader reader, ImageBounds bounds) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int longest = Math.max(width, height);
        long pixels = (long) width * height;
        if (longest > MAXIMUM_SIDE || pixels > MAXIMUM_PIXELS || !bounds.allow(pixels)) {
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

    private static Image encoded(BufferedImage image) {
        String format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, format, output);
        } catch (IOException e) {
            throw SystemFailure.internal("attachment.preview", e);
        }
        return new Image("image/" + format, bytes.toByteArray());
    }
}
