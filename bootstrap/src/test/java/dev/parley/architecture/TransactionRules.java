package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.sql.Connection;
import java.util.List;
import java.util.Set;

/** The unit of work defines commits: one caller, one implementation, and no other way to a transaction. */
final class TransactionRules {

    private static final Set<String> UNITS = Set.of("execute", "read", "run");
    private static final Set<String> DEMARCATIONS = Set.of("commit", "rollback", "setAutoCommit");

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "nothing is transactional by itself, as annotations and Spring Data's repositories make it",
                    code -> noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "org.springframework.transaction.annotation..",
                                    "jakarta.transaction..",
                                    "org.springframework.data.repository.."),
                    "persistence.note.BadRepository>",
                    "persistence.note.BadRepository.annotated()"),
            Rule.of(
                    "only persistence.shared touches Spring's transactions",
                    code -> noClasses()
                            .that()
                            .resideOutsideOfPackage(code.persistenceShared())
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.springframework.transaction.."),
                    "persistence.note.BadRepository>",
                    "persistence.note.BadRepository.annotated()",
                    "persistence.note.BadRepository.begins("),
            Rule.of(
                    "no adapter begins, commits or rolls back on a connection",
                    code -> noClasses()
                            .that()
                            .resideInAnyPackage(code.adapters())
                            .should()
                            .accessTargetWhere(isCallOf(Connection.class.getName(), DEMARCATIONS)),
                    "persistence.note.BadRepository.commits("),
            Rule.of(
                    "only the application calls the unit of work",
                    code -> noClasses()
                            .that()
                            .resideOutsideOfPackage(code.application())
                            .should()
                            .accessTargetWhere(isCallOf(code.unitOfWork(), UNITS)),
                    "web.note.BadController.unit(",
                    "web.note.BadController.unitByReference("),
            Rule.of(
                    "only persistence.shared implements the unit of work",
                    code -> classes()
                            .that(implement(code.unitOfWork()))
                            .should()
                            .resideInAPackage(code.persistenceShared()),
                    "assistant.note.BadAssistant"));

    private TransactionRules() {}

    /** Calls and method references alike. */
    private static DescribedPredicate<JavaAccess<?>> isCallOf(String type, Set<String> methods) {
        return describe(
                "is a call of " + type,
                access -> access.getTargetOwner().isAssignableTo(type) && methods.contains(access.getName()));
    }

    private static DescribedPredicate<JavaClass> implement(String type) {
        return describe(
                "implement " + type,
                each -> each.isAssignableTo(type) && !each.getName().equals(type));
    }
}
