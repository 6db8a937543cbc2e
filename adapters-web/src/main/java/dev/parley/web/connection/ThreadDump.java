package dev.parley.web.connection;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What all threads do, virtual ones too, in a file. */
final class ThreadDump {

    private ThreadDump() {}

    /**
     * Writes it into a new file in the folder for temporary files, which nobody else may read.
     *
     * @throws IOException if it cannot be written
     */
    static Path write() throws IOException {
        Path file = Files.createTempDirectory("parley-threads").resolve("threads.txt");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
        return file;
    }
}
