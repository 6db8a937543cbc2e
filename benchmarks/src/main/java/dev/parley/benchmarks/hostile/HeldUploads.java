package dev.parley.benchmarks.hostile;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One user uploads files to many signed addresses at once, and leaves out the last bytes of each. */
final class HeldUploads implements Attack {

    private static final int FILES = 28;
    private static final int BYTES = 20 * 1024 * 1024;
    private static final int LEFT_OUT = 1000;
    private static final byte[] CONTENT = new byte[64 * 1024];

    private List<String> paths = List.of();

    @Override
    public String name() {
        return "28 uploads of 20 MiB by one user";
    }

    @Override
    public void prepare(Target target) throws Exception {
        List<String> announced = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            URI url = URI.create(Attachments.announce(target, "uploader", "a.bin", "application/octet-stream", BYTES)
                    .member("url"));
            announced.add(url.getRawPath() + "?" + url.getRawQuery());
        }
        paths = List.copyOf(announced);
    }

    @Override
    public void run(Target target, Duration duration) throws InterruptedException {
        List<byte[]> heads = IntStream.range(0, FILES)
                .mapToObj(i -> Target.head("PUT", paths.get(i), "Content-Type: application/octet-stream\r\n", BYTES))
                .toList();
        new Connections(target, (output, number) -> {
                    output.write(heads.get(number));
                    for (int sent = 0; sent < BYTES - LEFT_OUT - CONTENT.length; sent += CONTENT.length) {
                        output.write(CONTENT);
                    }
                })
                .hold(FILES, duration);
    }
}
