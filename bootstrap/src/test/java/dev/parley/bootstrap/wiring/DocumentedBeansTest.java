package dev.parley.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The beans that docs/extending.md shows compile against what is built. */
class DocumentedBeansTest {

    private static final Pattern FILE =
            Pattern.compile("<!-- file: example/(?:src|test)/(\\S+\\.java) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path classes;

    @Test
    void theyCompileAndTheirTestPasses() throws IOException {
        List<JavaFileObject> sources = FILE.matcher(Files.readString(Path.of("../docs/extending.md")))
                .results()
                .<JavaFileObject>map(file -> new Source(file.group(1), file.group(2)))
                .toList();
        StringWriter problems = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

        boolean compiled = compiler.getTask(
                        problems, null, null, List.of("-d", classes.toString(), "-proc:none"), null, sources)
                .call();

        assertThat(compiled).as(problems.toString()).isTrue();
        assertThat(sources).hasSizeGreaterThan(5);
        assertThatNoException().isThrownBy(this::runTheirTest);
    }

    private void runTheirTest() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class<?> type = loader.loadClass("com.example.CountdownTest");
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method test = type.getDeclaredMethod("itCountsDown");
            test.setAccessible(true);
            test.invoke(constructor.newInstance());
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String code;

        Source(String path, String code) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
