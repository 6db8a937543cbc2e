package dev.parley.benchmarks.hostile;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Thirty previews at a time of images that take long to decode, one of each by its signed address. */
final class Previews implements Attack {

    private static final int AT_ONCE = 30;

    private final String name;
    private final byte[] image;
    private List<String> paths = List.of();

    Previews(int scans) {
        this.name = "30 previews of a progressive JPEG of 40 megapixels with %d scans".formatted(scans);
        this.image = ProgressiveJpeg.of(8000, 5000, scans);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(Target target) throws Exception {
        List<String> uploaded = new ArrayList<>();
        // An attack before this one has used up its owners' requests.
        String painter = "painter-" + UUID.randomUUID() + "-";
        for (int i = 0; i < AT_ONCE; i++) {
            Target.Answer announced =
                    Attachments.announce(target, painter + i % 3, "a.jpg", "image/jpeg", image.length);
            String preview = announced.member("preview_url");
            Target.Answer stored =
                    target.exchange("PUT", path(announced.member("url")), "Content-Type: image/jpeg\r\n", image);
            if (!stored.isSuccess()) {
                throw new IllegalStateException("an upload was refused: " + stored.text());
            }
            uploaded.add(path(preview));
        }
        paths = List.copyOf(uploaded);
    }

    @Override
    public void run(Target target, Duration duration) throws InterruptedException {
        Requests.repeat(
                AT_ONCE, duration, (number, round) -> target.exchange("GET", paths.get(number), "", new byte[0]));
    }

    private static String path(String address) {
        URI url = URI.create(address);
        return url.getRawPath() + "?" + url.getRawQuery();
    }
}
