package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;

/** Only bootstrap wires. Adapters may make beans of the frameworks they adapt to, but none of ours. */
final class WiringRules {

    private static final String BEAN = "org.springframework.context.annotation.Bean";

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "only bootstrap is an application",
                    code -> noClasses()
                            .that()
                            .resideOutsideOfPackage(code.bootstrap())
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.springframework.boot.autoconfigure")
                            .orShould(ArchConditions.beAnnotatedWith(
                                    "org.springframework.context.annotation.ComponentScan")),
                    "web.note.BadConfiguration>"),
            Rule.of(
                    "beans made outside bootstrap are not of our types",
                    code -> noMethods()
                            .that()
                            .areDeclaredInClassesThat()
                            .resideOutsideOfPackage(code.bootstrap())
                            .should(beBeansOf(resideInAnyPackage(code.application(), code.domain()))),
                    "web.note.BadConfiguration.useCase()",
                    "web.note.BadConfiguration.adapter()"),
            Rule.of(
                    "use cases are found and made by the registrar alone",
                    code -> noClasses().should().accessTargetWhere(makesUseCase(code)),
                    "web.note.BadController.useCase(",
                    "web.note.BadController.useCaseByReference("),
            Rule.of(
                    "what anybody can make of a unit of work is a use case, unless it implements a port",
                    code -> classes()
                            .that()
                            .resideInAPackage(code.application())
                            .and(takeUnitOfWork(code))
                            .and(not(implementOurs(code)))
                            .should()
                            .beAnnotatedWith(code.useCase()),
                    "application.note.BadUseCase$ForgottenUseCase>"),
            Rule.of(
                    "a use case is final, implements no port, and has one constructor, which takes ports or other use cases",
                    code -> classes()
                            .that()
                            .areAnnotatedWith(code.useCase())
                            .should(ArchConditions.be(madeOfPorts(code)))
                            .andShould(ArchConditions.not(ArchConditions.be(implementOurs(code)))),
                    "application.note.BadUseCase$NoteLimit>"),
            Rule.of(
                    "bootstrap implements nothing of ours: what does is an adapter, and lives with its like",
                    code -> noClasses()
                            .that()
                            .resideInAPackage(code.bootstrap())
                            .should()
                            .beAssignableTo(DescribedPredicate.and(
                                    describe("are interfaces", JavaClass::isInterface),
                                    resideInAnyPackage(code.application(), code.domain())
                                            .or(resideInAnyPackage(code.adapters())))),
                    "bootstrap.wiring.Wiring$FixedNotes"),
            Rule.of(
                    "nothing is injected into fields",
                    code -> noFields()
                            .should()
                            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                            .orShould()
                            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                            .orShould()
                            .beAnnotatedWith("jakarta.inject.Inject")
                            .orShould()
                            .beAnnotatedWith("jakarta.annotation.Resource"),
                    "web.note.BadConfiguration.autowired",
                    "web.note.BadConfiguration.value",
                    "web.note.BadConfiguration.resource"));

    private WiringRules() {}

    private static ArchCondition<JavaMethod> beBeansOf(DescribedPredicate<JavaClass> types) {
        return new ArchCondition<>("be beans of our types") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean ours = method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isAssignableTo(types));
                boolean isBean = method.isAnnotatedWith(BEAN) || method.isMetaAnnotatedWith(BEAN);
                events.add(new SimpleConditionEvent(method, isBean && ours, method.getDescription()));
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> makesUseCase(Packages code) {
        return describe(
                "makes a use case",
                access -> access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                        && access.getTargetOwner().isAnnotatedWith(code.useCase()));
    }

    private static DescribedPredicate<JavaClass> takeUnitOfWork(Packages code) {
        return describe(
                "take a unit of work",
                type -> type.getModifiers().contains(PUBLIC)
                        && type.getConstructors().stream()
                                .filter(constructor ->
                                        constructor.getModifiers().contains(PUBLIC))
                                .flatMap(constructor -> constructor.getRawParameterTypes().stream())
                                .anyMatch(parameter -> parameter.getName().equals(code.unitOfWork())));
    }

    private static DescribedPredicate<JavaClass> implementOurs(Packages code) {
        return describe(
                "implement a port",
                type -> type.getAllRawInterfaces().stream()
                        .anyMatch(resideInAnyPackage(code.application(), code.domain())));
    }

    private static DescribedPredicate<JavaClass> madeOfPorts(Packages code) {
        DescribedPredicate<JavaClass> ours = resideInAnyPackage(code.application(), code.domain());
        return describe(
                "made of ports or other use cases",
                type -> type.getModifiers().contains(FINAL)
                        && type.getConstructors().size() == 1
                        && type.getConstructors().iterator().next().getRawParameterTypes().stream()
                                .anyMatch(parameter -> parameter.isAnnotatedWith(code.useCase())
                                        || (parameter.isInterface() && ours.test(parameter))));
    }
}
