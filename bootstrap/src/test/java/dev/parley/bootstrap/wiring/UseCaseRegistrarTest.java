package dev.parley.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.admin.GetThread;
import dev.parley.application.admin.ListThreads;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.conversation.ThreadDirectory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;

class UseCaseRegistrarTest {

    private final ApplicationContextRunner host =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(UseCaseAutoConfiguration.class));

    @Test
    void useCasesAreMadeOfTheHostsPorts() {
        host.withInitializer(UseCaseRegistrarTest::addPorts).run(context -> {
            assertThat(context).hasSingleBean(ListThreads.class);
            assertThat(context.getBean(GetThread.class)).isSameAs(context.getBean(GetThread.class));
        });
    }

    @Test
    void aUseCaseOfTheHostsOwnTakesThePlaceOfOurs() {
        host.withInitializer(UseCaseRegistrarTest::addPorts)
                .withUserConfiguration(HostWithUseCase.class)
                .run(context -> {
                    assertThat(context.getBeanNamesForType(GetThread.class)).containsExactly("getThreadOfHost");
                    assertThat(context).hasSingleBean(ListThreads.class);
                });
    }

    @Test
    void nothingElseIsFound() {
        host.run(context -> assertThat(context.getBeanDefinitionNames())
                .filteredOn(name -> name.startsWith("dev.parley.application."))
                .hasSizeGreaterThan(50)
                .allMatch(name -> type(name).isAnnotationPresent(UseCase.class)));
    }

    @Test
    void whatNobodyUsesNeedsNoPorts() {
        host.run(context -> assertThat(context).hasNotFailed());
    }

    private static Class<?> type(String name) {
        return ClassUtils.resolveClassName(name, UseCaseRegistrarTest.class.getClassLoader());
    }

    private static void addPorts(ConfigurableApplicationContext context) {
        PortsUnderTest.inMemory()
                .byType()
                .forEach((type, port) -> context.getBeanFactory().registerSingleton(type.getName(), port));
    }

    /** No component, lest an application's scan finds it. */
    static class HostWithUseCase {

        @Bean
        GetThread getThreadOfHost(UnitOfWork unitOfWork, ThreadDirectory threads) {
            return new GetThread(unitOfWork, threads);
        }
    }
}
