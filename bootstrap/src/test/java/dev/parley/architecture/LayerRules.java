package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which layer may know what. */
final class LayerRules {

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "every class is in one of the layers",
                    code -> classes().should().resideInAnyPackage(code.layers()),
                    "misplaced.Stray",
                    "misplaced.package-info"),
            Rule.of(
                    "the domain knows the JDK, JSpecify and itself",
                    code -> classes()
                            .that()
                            .resideInAPackage(code.domain())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(code.withJava(code.domain())),
                    "domain.conversation.LogsInTheDomain"),
            Rule.of(
                    "the application adds the domain and SLF4J",
                    code -> classes()
                            .that()
                            .resideInAPackage(code.application())
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(code.withJava(code.application(), code.domain(), "org.slf4j..")),
                    "application.conversation.KnowsSpring"),
            Rule.of(
                    "of our code, web uses application and domain alone",
                    code -> adapterStaysHome(code, code.web()),
                    "web.session.KnowsPersistence",
                    "web.session.KnowsBootstrap"),
            Rule.of(
                    "of our code, persistence uses application and domain alone",
                    code -> adapterStaysHome(code, code.persistence()),
                    "persistence.conversation.KnowsWeb"),
            Rule.of(
                    "of our code, assistants use application and domain alone",
                    code -> adapterStaysHome(code, code.assistant()),
                    "assistant.offline.KnowsPersistence"),
            Rule.of(
                    "nothing uses bootstrap",
                    code -> noClasses()
                            .that()
                            .resideOutsideOfPackage(code.bootstrap())
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(code.bootstrap()),
                    "web.session.KnowsBootstrap"),
            Rule.of(
                    "web touches no database",
                    code -> noClasses()
                            .that()
                            .resideInAPackage(code.web())
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "java.sql..",
                                    "javax.sql..",
                                    "org.flywaydb..",
                                    "org.postgresql..",
                                    "org.springframework.data..",
                                    "org.springframework.jdbc.."),
                    "web.session.ReadsTheDatabase"),
            Rule.of(
                    "persistence touches no HTTP",
                    code -> noClasses()
                            .that()
                            .resideInAPackage(code.persistence())
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "jakarta.servlet..",
                                    "org.springframework.http..",
                                    "org.springframework.security..",
                                    "org.springframework.web.."),
                    "persistence.conversation.ReadsHttp"),
            Rule.of(
                    "one class reads the path of a request, since what is decided by it must not depend on its spelling",
                    code -> noClasses()
                            .that()
                            .doNotHaveFullyQualifiedName(code.root() + ".web.request.RequestPath")
                            .should()
                            .callMethodWhere(
                                    target(owner(assignableTo(HttpServletRequest.class)))
                                            .and(
                                                    target(
                                                            nameMatching(
                                                                    "getRequestUR[IL]|getServletPath|getPathInfo|getPathTranslated|getDecodedRequestURI")))),
                    "web.session.ReadsThePath"));

    private LayerRules() {}

    private static ArchRule adapterStaysHome(Packages code, String adapter) {
        return noClasses()
                .that()
                .resideInAPackage(adapter)
                .should()
                .dependOnClassesThat(resideInAPackage(code.everything())
                        .and(not(resideInAnyPackage(code.application(), code.domain(), adapter))));
    }
}
