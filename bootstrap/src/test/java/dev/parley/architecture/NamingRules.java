package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Names say what a thing is, and where it belongs. */
final class NamingRules {

    private static final String EMPTY_WORDS = ".*(Impl|Managers?|Helpers?|Util(s|ities)?|D[Tt][Oo]s?|Service)";

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "no name ends in a word that says nothing",
                    code -> noClasses().that(areOurs()).should().haveNameMatching(EMPTY_WORDS),
                    "domain.conversation.EmptyWords$NoteImpl",
                    "domain.conversation.EmptyWords$NoteManager",
                    "domain.conversation.EmptyWords$NoteHelper",
                    "domain.conversation.EmptyWords$NoteUtil",
                    "domain.conversation.EmptyWords$NoteUtils",
                    "domain.conversation.EmptyWords$NoteDto",
                    "domain.conversation.EmptyWords$NoteService"),
            Rule.of(
                    "rows are persistence's",
                    code -> classes().that(areRows()).should().resideInAPackage(code.persistence()),
                    "domain.conversation.StrayRow"),
            Rule.of(
                    "rows stay in their own package",
                    code -> classes().that(areRows()).should(beUsedInTheirOwnPackageAlone()),
                    "persistence.run.ReadsForeignRow"),
            Rule.of(
                    "requests and responses are web's",
                    code -> classes().that(areBodies()).should().resideInAPackage(code.web()),
                    "application.conversation.StrayRequest",
                    "application.conversation.StrayResponse"),
            Rule.of(
                    "requests and responses stay in their own package",
                    code -> classes().that(areBodies()).should(beUsedInTheirOwnPackageAlone()),
                    "web.run.ReadsForeignBodies"));

    private NamingRules() {}

    private static DescribedPredicate<JavaClass> areRows() {
        return simpleNameEndingWith("Row");
    }

    /** Bodies of HTTP; a failure may be named after a bad request without being one. */
    private static DescribedPredicate<JavaClass> areBodies() {
        return DescribedPredicate.and(
                simpleNameEndingWith("Request").or(simpleNameEndingWith("Response")),
                DescribedPredicate.not(assignableTo(Throwable.class)));
    }

    /** Everything but what MapStruct generates. */
    private static DescribedPredicate<JavaClass> areOurs() {
        return describe(
                "are ours",
                each -> each.getRawInterfaces().stream()
                        .noneMatch(type -> type.isAnnotatedWith("org.mapstruct.Mapper")));
    }

    private static ArchCondition<JavaClass> beUsedInTheirOwnPackageAlone() {
        return new ArchCondition<>("be used in their own package alone") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }
}
