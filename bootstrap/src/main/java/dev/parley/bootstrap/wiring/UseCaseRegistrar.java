package dev.parley.bootstrap.wiring;

import static java.util.stream.Collectors.toSet;

import dev.parley.application.shared.UseCase;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Makes beans of all {@link UseCase}s, but of those types of which there is a bean already. Imported by an auto-configuration,
 * it sees what an application has of its own. They are made when they are first needed, so that what nobody uses, such as
 * local accounts beside an issuer, needs no ports.
 */
public final class UseCaseRegistrar implements ImportBeanDefinitionRegistrar {

    private static final String PACKAGE = "dev.parley.application";

    private final Environment environment;
    private final ListableBeanFactory beans;

    UseCaseRegistrar(Environment environment, BeanFactory beans) {
        this.environment = environment;
        this.beans = (ListableBeanFactory) beans;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        Set<String> existing = types();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(registry, false, environment) {
            @Override
            protected boolean checkCandidate(String name, BeanDefinition useCase) {
                return !existing.contains(useCase.getBeanClassName()) && super.checkCandidate(name, useCase);
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(UseCase.class, false));
        scanner.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        scanner.getBeanDefinitionDefaults().setLazyInit(true);
        scanner.scan(PACKAGE);
    }

    /** The names of the types of all beans; use cases are final, so that a bean of one is of no other type. */
    private Set<String> types() {
        return Stream.of(beans.getBeanNamesForType(Object.class, true, false))
                .map(name -> beans.getType(name, false))
                .filter(Objects::nonNull)
                .map(Class::getName)
                .collect(toSet());
    }
}
