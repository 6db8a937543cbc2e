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
                    "domain and application are told the time",
                    code -> noClasses()
                            .that()
                            .resideInAnyPackage(code.domain(), code.application())
                            .should()
                            .accessTargetWhere(readsTheTime()),
                    "domain.conversation.ReadsTheTime.instant()",
                    "domain.conversation.ReadsTheTime.localDateTime()",
                    "domain.conversation.ReadsTheTime.reference()",
                    "application.run.ReadsTheTime.clock()",
                    "application.run.ReadsTheTime.instantSource()",
                    "application.run.ReadsTheTime.milliseconds()"),
            Rule.of(
                    "domain and application are given ids",
                    code -> noClasses()
                            .that()
                            .resideInAnyPackage(code.domain(), code.application())
                            .should()
                            .accessTargetWhere(isOf(UUID.class, "randomUUID")),
                    "application.run.MakesIds"),
            Rule.of(
                    "JSON is Jackson 3",
                    code -> noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "com.fasterxml.jackson.core..",
                                    "com.fasterxml.jackson.databind..",
                                    "com.fasterxml.jackson.datatype.."),
                    "web.session.UsesJackson2"),
            Rule.of(
                    "only commands print",
                    code -> noClasses()
                            .that()
                            .resideOutsideOfPackages(code.commands())
                            .should(ACCESS_STANDARD_STREAMS),
                    "assistant.offline.Prints.out()",
                    "assistant.offline.Prints.err()",
                    "assistant.offline.Prints.stackTrace("));

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
