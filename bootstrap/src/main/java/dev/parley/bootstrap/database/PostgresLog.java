package dev.parley.bootstrap.database;

import dev.parley.application.shared.RootCause;
import dev.parley.bootstrap.folder.DataFolder;
import dev.parley.domain.shared.Text;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** What the embedded PostgreSQL and its programs write; a file for each start, beside that of the start before. */
final class PostgresLog {

    private static final String FILE = "postgres.log";
    private static final int LAST_LINES = 5;
    private static final int LAST_BYTES = 16 * 1024;
    private static final int MAXIMUM_LINE = 300;

    private final Path path;

    PostgresLog(Path folder) {
        this.path = folder.resolve(FILE);
    }

    Path path() {
        return path;
    }

    /** Begins a new one. */
    void begin(DataFolder folder) throws IOException {
        if (Files.exists(path)) {
            Files.move(path, path.resolveSibling(FILE + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
        folder.newPrivateFile(FILE);
    }

    /** Its last lines, to follow its name in a sentence. */
    String end() {
        try {
            List<String> lines =
                    lastText().lines().filter(line -> !line.isBlank()).toList();
            int first = Math.max(0, lines.size() - LAST_LINES);
            return lines.isEmpty()
                    ? "is empty"
                    : "ends with: "
                            + lines.subList(first, lines.size()).stream()
                                    .map(line -> Text.cut(Text.onOneLine(line), MAXIMUM_LINE))
                                    .collect(Collectors.joining(" | "));
        } catch (IOException e) {
            return "cannot be read: " + RootCause.of(e);
        }
    }

    private String lastText() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long length = file.length();
            byte[] last = new byte[(int) Math.min(length, LAST_BYTES)];
            file.seek(length - last.length);
            file.readFully(last);
            return new String(last, StandardCharsets.ISO_8859_1);
        }
    }
}
