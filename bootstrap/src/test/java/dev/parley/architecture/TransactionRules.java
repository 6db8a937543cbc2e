package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beMetaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.sql.Connection;
import java.util.List;
import java.util.Set;

/** The unit of work defines commits: one caller, one implementation, and no other way to a transaction. */
final class TransactionRules {

    private static final String SPRINGS = "org.springframework.transaction.annotation.Transactional";
    private static final String JAKARTAS = "jakarta.transaction.Transactional";
    private static final Set<String> UNITS = Set.of("execute", "read", "run");
    private static final Set<String> DEMARCATIONS = Set.of("commit", "rollback", "setAutoCommit");

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "nothing is @Transactional",
                    code -> nothingIsTransactional(),
                    "persistence.shared.TransactionalClass",
                    "persistence.shared.TransactionalMethod.append()"),
            Rule.of(
                    "there are no Spring Data repositories, which are transactional by themselves",
                    code -> noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.springframework.data.repository.."),
                    "persistence.conversation.SpringDataConversations"),
            Rule.of(
                    "only persistence.shared touches Spring's transactions",
                    code -> noClasses()
                            .that()
                            .resideOutsideOfPackage(code.persistenceShared())
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.springframework.transaction.."),
                    "persistence.conversation.BeginsTransactions"),
            Rule.of(
                    "no adapter begins, commits or rolls back on a connection",
                    code -> noClasses()
                            .that()
                            .resideInAnyPackage(code.web(), code.persistence(), code.assistant())
                            .should()
                            .accessTargetWhere(isCallOf(Connection.class.getName(), DEMARCATIONS)),
                    "persistence.conversation.CommitsTheConnection"),
            Rule.of(
                    "only the application calls the unit of work",
                    code -> noClasses()
                            .that()
                            .resideOutsideOfPackage(code.application())
                            .should()
                            .accessTargetWhere(isCallOf(code.unitOfWork(), UNITS)),
                    "web.session.OpensUnit.call()",
                    "web.session.OpensUnit.reference()"),
            Rule.of(
                    "only persistence.shared implements the unit of work",
                    code -> classes()
                            .that(implement(code.unitOfWork()))
                            .should()
                            .resideInAPackage(code.persistenceShared()),
                    "assistant.offline.UnitOfItsOwn"));

    private TransactionRules() {}

    private static ArchRule nothingIsTransactional() {
        return CompositeArchRule.of(noClasses()
                        .should(beAnnotatedWith(SPRINGS))
                        .orShould(beMetaAnnotatedWith(SPRINGS))
                        .orShould(beAnnotatedWith(JAKARTAS))
                        .orShould(beMetaAnnotatedWith(JAKARTAS)))
                .and(ArchRuleDefinition.noMethods()
                        .should(beAnnotatedWith(SPRINGS))
                        .orShould(beMetaAnnotatedWith(SPRINGS))
                        .orShould(beAnnotatedWith(JAKARTAS))
                        .orShould(beMetaAnnotatedWith(JAKARTAS)));
    }

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
