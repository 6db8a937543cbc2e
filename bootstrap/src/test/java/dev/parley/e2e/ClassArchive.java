package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.Parley;
import dev.parley.persistence.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * The classes that a server loads, shared by all processes of one test run (application class data sharing, JEP 350), which
 * halves the processor time of their starts. The JVM shares no classes of folders, so those of the class path become jars.
 */
final class ClassArchive {

    private static final ClassArchive SHARED = create();

    private final Path archive;
    private final String classPath;

    private ClassArchive(Path archive, String classPath) {
        this.archive = archive;
        this.classPath = classPath;
    }

    /** The JVM's arguments for a program of this class path; the first call starts a server once and stops it. */
    static List<String> arguments(Class<?> main) {
        return SHARED.arguments("-XX:SharedArchiveFile=", main);
    }

    private static ClassArchive create() {
        try {
            Path folder =
                    Files.createDirectories(Path.of("target", "class-archive").toAbsolutePath());
            ClassArchive created = new ClassArchive(folder.resolve("parley.jsa"), classPath(folder));
            created.record(folder);
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(Path folder) {
        try (TestDatabase database = TestDatabase.create();
                ParleyProcess recorded = ParleyProcess.recorded(
                        folder, database, arguments("-XX:ArchiveClassesAtExit=", Parley.class))) {
            assertThat(recorded.anonymous().get("/v3/api-docs").status()).isEqualTo(200);
        }
        assertThat(archive).exists();
    }

    private List<String> arguments(String option, Class<?> main) {
        return List.of(option + archive, "-cp", classPath, main.getName());
    }

    private static String classPath(Path folder) {
        String entries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(entries.split(File.pathSeparator))
                .map(entry -> Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry), folder) : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(Path classes, Path folder) {
        String name = classes.toAbsolutePath()
                        .toString()
                        .replace(File.separatorChar, '-')
                        .substring(1) + ".jar";
        String jar = folder.resolve(name).toString();
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar, "-C", classes.toString(), ".");
        assertThat(code).as("exit code of jar for " + classes).isZero();
        return jar;
    }
}
