package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names say what a thing is, and where it belongs. */
final class NamingRules {

    private static final String EMPTY_WORDS = ".*(Impl|Managers?|Helpers?|Util(s|ities)?|D[Tt][Oo]s?|Service)";

    private static final String HTTP = ".*(Http|Header|Cookie|Endpoint|Servlet|Controller|StatusCode).*";

    /**
     * Of the words of a name in small letters. The last ones are plain words that say nothing where they are all of a name.
     */
    private static final Pattern DIALECT = Pattern.compile(".*\\b("
            + "telling|remains|deed|said|opening|patience|heard|words|refusal|refused|unlogged|interruption|spoken|shown"
            + "|draft|unfinished|room|ending|kept|clockwork|left over|first bytes|no body"
            + ")s?\\b.*|(unread|attempt|choice)s?");

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "no name ends in a word that says nothing",
                    code -> noClasses().that(areOurs()).should().haveNameMatching(EMPTY_WORDS),
                    "domain.note.BadEntity$NoteImpl",
                    "domain.note.BadEntity$NoteManager",
                    "domain.note.BadEntity$NoteHelper",
                    "domain.note.BadEntity$NoteUtil",
                    "domain.note.BadEntity$NoteUtils",
                    "domain.note.BadEntity$NoteDto",
                    "domain.note.BadEntity$NoteService"),
            Rule.of(
                    "no name has a word that a newcomer would have to look up",
                    code -> noClasses().should(ArchConditions.be(namedInADialect())),
                    "domain.note.BadEntity$NoteTelling",
                    "domain.note.BadEntity$LeftOverNotes",
                    "domain.note.BadEntity$Choices"),
            Rule.of(
                    "no name in domain and application is of HTTP",
                    code -> noClasses()
                            .that()
                            .resideInAnyPackage(code.domain(), code.application())
                            .should()
                            .haveNameMatching(HTTP),
                    "domain.note.BadEntity$RetryHeader"),
            Rule.of(
                    "rows are persistence's, each in its own package",
                    code -> classes()
                            .that(areRows())
                            .should()
                            .resideInAPackage(code.persistence())
                            .andShould(beUsedInTheirOwnPackageAlone()),
                    "domain.note.BadEntity$NoteRow",
                    "web.note.BadController.row("),
            Rule.of(
                    "requests and responses are web's, each in its own package",
                    code -> classes()
                            .that(areBodies())
                            .should()
                            .resideInAPackage(code.web())
                            .andShould(beUsedInTheirOwnPackageAlone()),
                    "application.note.BadUseCase$NoteRequest>",
                    "application.note.BadUseCase$NoteResponse>",
                    "web.note.BadController.body("));

    private NamingRules() {}

    private static DescribedPredicate<JavaClass> namedInADialect() {
        return describe("named in a dialect", type -> {
            String words = type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
            return DIALECT.matcher(words.toLowerCase(Locale.ROOT)).matches();
        });
    }

    private static DescribedPredicate<JavaClass> areRows() {
        return simpleNameEndingWith("Row");
    }

    /** Bodies of HTTP are records; other types may be named after the request that they are about. */
    private static DescribedPredicate<JavaClass> areBodies() {
        return DescribedPredicate.and(
                describe("are records", JavaClass::isRecord),
                simpleNameEndingWith("Request").or(simpleNameEndingWith("Response")),
                not(simpleName("PageRequest")));
    }

    /** Everything but what MapStruct generates. */
    static DescribedPredicate<JavaClass> areOurs() {
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
