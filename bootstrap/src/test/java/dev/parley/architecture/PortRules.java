package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** What is reached through a port or one library alone: time, ids, JSON, output. */
final class PortRules {

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "domain and application are told the time and given ids",
                    code -> noClasses()
                            .that()
                            .resideInAnyPackage(code.domain(), code.application())
                            .should()
                            .accessTargetWhere(readsTheTime().or(isOf(UUID.class, "randomUUID"))),
                    "domain.note.BadEntity.instant()",
                    "domain.note.BadEntity.localDateTime()",
                    "domain.note.BadEntity.reference()",
                    "application.note.BadUseCase.clock()",
                    "application.note.BadUseCase.instantSource()",
                    "application.note.BadUseCase.milliseconds()",
                    "application.note.BadUseCase.id()"),
            Rule.of(
                    "JSON is Jackson 3",
                    code -> noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "com.fasterxml.jackson.core..",
                                    "com.fasterxml.jackson.databind..",
                                    "com.fasterxml.jackson.datatype.."),
                    "web.note.BadController.jackson2("),
            Rule.of(
                    "only the entry point knows the standard streams",
                    code -> noClasses()
                            .that()
                            .resideOutsideOfPackage(code.entryPoint())
                            .should(ACCESS_STANDARD_STREAMS),
                    "assistant.note.BadAssistant.out()",
                    "assistant.note.BadAssistant.err()",
                    "assistant.note.BadAssistant.stackTrace("));

    private PortRules() {}

    private static DescribedPredicate<JavaAccess<?>> readsTheTime() {
        DescribedPredicate<JavaAccess<?>> now = describe(
                "calls now",
                access -> access.getTargetOwner().getPackageName().startsWith("java.time")
                        && access.getName().equals("now"));
        DescribedPredicate<JavaAccess<?>> clocks = describe(
                "makes a clock",
                access -> access.getTargetOwner().isEquivalentTo(Clock.class)
                        && (access.getName().startsWith("system")
                                || access.getName().startsWith("tick")));
        return DescribedPredicate.or(
                now, clocks, isOf(InstantSource.class, "system"), isOf(System.class, "currentTimeMillis"));
    }

    private static DescribedPredicate<JavaAccess<?>> isOf(Class<?> owner, String method) {
        return describe(
                "is of " + method,
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && access.getName().equals(method));
    }
}
