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
import com.tngtech.archunit.lang.CompositeArchRule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/** Which layer may know what. */
final class LayerRules {

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "every class is in one of the layers",
                    code -> classes().should().resideInAnyPackage(code.layers()),
                    "misplaced.Stray"),
            Rule.of(
                    "the domain knows the JDK, JSpecify and itself",
                    code -> knowsOnly(code.domain(), code.withJava(code.domain())),
                    "domain.note.BadEntity.logs(",
                    "domain.note.BadEntity.useCase()"),
            Rule.of(
                    "the application adds the domain and SLF4J",
                    code -> knowsOnly(
                            code.application(), code.withJava(code.application(), code.domain(), "org.slf4j..")),
                    "application.note.BadUseCase.spring("),
            Rule.of(
                    "of our code, an adapter uses itself, application and domain alone",
                    code -> CompositeArchRule.of(Stream.of(code.adapters())
                            .map(adapter -> adapterStaysHome(code, adapter))
                            .toList()),
                    "web.note.BadController.row(",
                    "persistence.note.BadRepository.assistant(",
                    "assistant.note.BadAssistant.bootstrap("),
            Rule.of(
                    "web touches no database",
                    code -> knowsNothingOf(
                            code.web(),
                            "java.sql..",
                            "javax.sql..",
                            "org.flywaydb..",
                            "org.postgresql..",
                            "org.springframework.data..",
                            "org.springframework.jdbc.."),
                    "web.note.BadController.database("),
            Rule.of(
                    "persistence touches no HTTP",
                    code -> knowsNothingOf(
                            code.persistence(),
                            "jakarta.servlet..",
                            "org.springframework.http..",
                            "org.springframework.security..",
                            "org.springframework.web.."),
                    "persistence.note.BadRepository.http("),
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
                    "web.note.BadController.path("));

    private LayerRules() {}

    private static ArchRule knowsOnly(String layer, String[] allowed) {
        return classes()
                .that()
                .resideInAPackage(layer)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    private static ArchRule knowsNothingOf(String layer, String... forbidden) {
        return noClasses()
                .that()
                .resideInAPackage(layer)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
    }

    private static ArchRule adapterStaysHome(Packages code, String adapter) {
        return noClasses()
                .that()
                .resideInAPackage(adapter)
                .should()
                .dependOnClassesThat(resideInAPackage(code.everything())
                        .and(not(resideInAnyPackage(code.application(), code.domain(), adapter))));
    }
}
