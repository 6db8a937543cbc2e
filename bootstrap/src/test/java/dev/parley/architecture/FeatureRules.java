package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Packages are features of a layer. */
final class FeatureRules {

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "features of a layer do not need each other in a circle",
                    code -> slices().matching(code.root() + ".(*).(*)..")
                            .namingSlices("$2 of $1")
                            .should()
                            .beFreeOfCycles(),
                    "domain.note.BadEntity.useCase()"),
            Rule.of(
                    "every package is @NullMarked",
                    code -> classes().should(resideInANullMarkedPackage()),
                    "misplaced.Stray"));

    private FeatureRules() {}

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " is in a package without it"));
            }
        };
    }
}
