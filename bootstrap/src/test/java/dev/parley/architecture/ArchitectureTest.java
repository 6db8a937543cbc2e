package dev.parley.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.FailureReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final List<String> MODULES =
            List.of("domain", "application", "adapters-persistence", "adapters-assistant", "adapters-web", "bootstrap");

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(location -> !isTest(location))
            .importPackages(Packages.PARLEY.root());

    /** Of each module, read from its folder: not every module has a jar of its tests. */
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/architecture/bad/"))
            .importPaths(MODULES.stream()
                    .map(module -> Path.of("..", module, "target", "test-classes"))
                    .toList());

    private static final JavaClasses BAD = new ClassFileImporter().importPackages(Packages.BAD_EXAMPLES.root());

    private static final List<Path> BAD_SOURCES = Sources.below(Path.of("src/test/java/dev/parley/architecture/bad"));

    @ParameterizedTest
    @MethodSource("rules")
    void ruleHolds(Rule rule) {
        rule.in(Packages.PARLEY).check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void badExampleIsCaught(Rule rule) {
        FailureReport report = rule.in(Packages.BAD_EXAMPLES).evaluate(BAD).getFailureReport();

        assertThat(rule.offenders()).isNotEmpty();
        assertThat(rule.offenders())
                .allSatisfy(offender -> assertThat(report.getDetails()).anyMatch(detail -> names(detail, offender)));
        assertThat(report.getDetails())
                .allMatch(detail -> rule.offenders().stream().anyMatch(offender -> names(detail, offender)));
    }

    /** A rule about packages that were not imported would hold whatever they do. */
    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerIsJudged(String layer) {
        assertThat(PRODUCTION.stream().filter(resideInAPackage(layer)))
                .as("classes imported from %s", layer)
                .hasSizeGreaterThan(1);
    }

    @Test
    void testsAreNotJudged() {
        assertThat(PRODUCTION.stream().filter(resideInAnyPackage("..testing..", "..architecture..")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("testRules")
    void ruleOfTestsHolds(ArchRule rule) {
        rule.check(TESTS);
    }

    @Test
    void badTestIsCaught() {
        List<String> details = TestRules.ALL.stream()
                .flatMap(rule -> rule.evaluate(BAD).getFailureReport().getDetails().stream())
                .filter(detail -> names(detail, "assistant.note.BadTest"))
                .toList();

        assertThat(details)
                .extracting(detail -> detail.replaceAll(".*?BadTest\\.(\\w+)\\(.*", "$1"))
                .containsExactlyInAnyOrder(
                        "nanoseconds", "milliseconds", "instant", "sleep", "sleepOfUnit", "timeout", "shortNet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "application", "persistence", "assistant", "web", "bootstrap", "e2e"})
    void testsOfEveryModuleAreJudged(String part) {
        assertThat(TESTS.stream().filter(resideInAPackage("dev.parley." + part + "..")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aPackageHasAtMost30Files() {
        assertThat(SourceRules.packagesAbove(SourceRules.MOST_FILES, Sources.main()))
                .isEmpty();
    }

    @Test
    void aLargePackageIsFound() {
        String root = Packages.BAD_EXAMPLES.root();

        assertThat(SourceRules.packagesAbove(2, BAD_SOURCES))
                .containsExactly(root + ".application.shared", root + ".assistant.note", root + ".web.note");
    }

    @Test
    void domainAndApplicationDoNotSpeakOfHttp() {
        assertThat(SourceRules.stringsOfHttp(Stream.of("domain", "application")
                        .map(Sources::main)
                        .flatMap(List::stream)
                        .toList()))
                .isEqualTo(SourceRules.OLD_PATHS);
    }

    @Test
    void stringsOfHttpAreFound() {
        assertThat(SourceRules.stringsOfHttp(BAD_SOURCES))
                .containsExactlyInAnyOrder(
                        "$.text",
                        "note.content",
                        "content[0]",
                        "send Retry-After",
                        "ETag",
                        "/api/notes",
                        "HTTP says so",
                        "404",
                        "422");
    }

    static List<ArchRule> testRules() {
        return TestRules.ALL;
    }

    static List<Rule> rules() {
        return Stream.of(
                        LayerRules.ALL,
                        TransactionRules.ALL,
                        WiringRules.ALL,
                        NamingRules.ALL,
                        MappingRules.ALL,
                        FeatureRules.ALL,
                        PortRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    static String[] layers() {
        return Packages.PARLEY.layers();
    }

    private static boolean names(String detail, String offender) {
        return detail.contains(Packages.BAD_EXAMPLES.root() + "." + offender);
    }

    /** Test classes of this module and of those whose test jars it uses, packaged or not. */
    private static boolean isTest(Location location) {
        return location.contains("/test-classes/") || location.contains("-tests.jar!");
    }
}
