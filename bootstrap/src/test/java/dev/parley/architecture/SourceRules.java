package dev.parley.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about what is not in class files. */
final class SourceRules {

    static final int MOST_FILES = 30;

    /** Names of steps, which look like paths of JSON. */
    private static final Set<String> STEPS = Set.of("attachment.read", "run.log");

    /** Paths of JSON that adapters are still to put in front. */
    static final Set<String> OLD_PATHS = Set.of(
            "chatkit_configuration.file_upload.max_file_size",
            "chatkit_configuration.file_upload.max_files",
            "chatkit_configuration.history.recent_threads",
            "expires_after.seconds",
            "rate_limits.max_requests_per_1_minute",
            "workflow.id",
            "workflow.version");

    private static final Pattern COMMENT_OR_STRING = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\\n]*+|'(?:[^'\\\\]|\\\\.)++'|\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private static final String JSON_PATH = "\\$[.\\[].*|[a-z_]+(\\.[a-z0-9_]+)+|.*\\w\\[\\d+\\].*";
    private static final String ADDRESS = ".*/(api|v1|chatkit)\\b.*";
    private static final String HEADER = ".*\\b((X|[A-Z][a-z]+)(-[A-Z][A-Za-z]+)+|ETag|Authorization|Cookie)\\b.*";
    private static final String STATUS = ".*\\bHTTP\\b.*|[1-5]\\d\\d";
    private static final Pattern HTTP = Pattern.compile(String.join("|", JSON_PATH, ADDRESS, HEADER, STATUS));

    private SourceRules() {}

    /** The packages that have more than so many files. */
    static Set<String> packagesAbove(int files, List<Path> sources) {
        return sources.stream().collect(groupingBy(SourceRules::packageOf, counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > files)
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    /** The strings that speak of HTTP or of paths of JSON. */
    static Set<String> stringsOfHttp(List<Path> sources) {
        return sources.stream()
                .flatMap(SourceRules::strings)
                .filter(string -> HTTP.matcher(string).matches() && !STEPS.contains(string))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> strings(Path source) {
        return COMMENT_OR_STRING.matcher(Sources.read(source)).results().flatMap(SourceRules::content);
    }

    private static Stream<String> content(MatchResult match) {
        return Stream.of(match.group(1), match.group(2))
                .filter(Objects::nonNull)
                .map(String::strip);
    }

    /** A file is called {@code …/src/main/java/dev/parley/…}, so that its package is what follows {@code java}. */
    private static String packageOf(Path source) {
        String folder = String.valueOf(source.getParent()).replace('\\', '/');
        return folder.replaceFirst(".*/java/", "").replace('/', '.');
    }
}
