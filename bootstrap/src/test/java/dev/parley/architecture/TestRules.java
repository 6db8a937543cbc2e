package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Timeout;

/** What would make tests depend on the machine that they run on. */
final class TestRules {

    static final List<ArchRule> ALL = List.of(
            noClasses()
                    .should()
                    .accessTargetWhere(dependsOnTime())
                    .as("tests neither measure time nor sleep: a clock is handed in, \"at once\" is shown by order,"
                            + " and what takes its time is awaited"),
            classes().should(haveTimeoutsThatAreNets()).as("a time-out of a test is a net of at least 30 s"));

    private static final Duration SHORTEST_NET = Duration.ofSeconds(30);
    private static final Set<String> TIMES = Set.of("nanoTime", "currentTimeMillis");

    private TestRules() {}

    private static DescribedPredicate<JavaAccess<?>> dependsOnTime() {
        return describe("depends on time", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getName();
            return (owner.isEquivalentTo(System.class) && TIMES.contains(name))
                    || (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                    || (owner.isEquivalentTo(Assertions.class) && name.startsWith("assertTimeout"))
                    || (owner.getPackageName().startsWith("java") && name.equals("sleep"));
        });
    }

    private static ArchCondition<JavaClass> haveTimeoutsThatAreNets() {
        return new ArchCondition<>("have no shorter one") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.<HasAnnotations<?>>concat(Stream.of(type), type.getMethods().stream())
                        .filter(TestRules::isShort)
                        .map(HasAnnotations::getDescription)
                        .forEach(
                                place -> events.add(SimpleConditionEvent.violated(type, place + " has a shorter one")));
            }
        };
    }

    private static boolean isShort(HasAnnotations<?> place) {
        return place.tryGetAnnotationOfType(Timeout.class)
                .map(timeout -> Duration.of(timeout.value(), timeout.unit().toChronoUnit()))
                .filter(timeout -> timeout.compareTo(SHORTEST_NET) < 0)
                .isPresent();
    }
}
