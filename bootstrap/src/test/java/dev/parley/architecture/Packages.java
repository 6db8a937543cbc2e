package dev.parley.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the layers are. The rules name packages through this alone, so that one text judges both the code and the bad
 * examples.
 *
 * @param root the package above the layers
 */
record Packages(String root) {

    static final Packages PARLEY = new Packages("dev.parley");

    /**
     * Code that breaks each rule, to show that the rule is able to fail. Whatever a scan for components would take for a bean
     * is abstract there.
     */
    static final Packages BAD_EXAMPLES = new Packages("dev.parley.architecture.bad");

    private static final List<String> LAYERS =
            List.of("domain", "application", "web", "persistence", "assistant", "bootstrap");

    String everything() {
        return root + "..";
    }

    String domain() {
        return layer("domain");
    }

    String application() {
        return layer("application");
    }

    String web() {
        return layer("web");
    }

    String persistence() {
        return layer("persistence");
    }

    String assistant() {
        return layer("assistant");
    }

    String[] adapters() {
        return new String[] {web(), persistence(), assistant()};
    }

    String bootstrap() {
        return layer("bootstrap");
    }

    String persistenceShared() {
        return root + ".persistence.shared";
    }

    /** Packages of what the jar does besides serving. */
    String entryPoint() {
        return root + ".bootstrap";
    }

    String unitOfWork() {
        return root + ".application.shared.UnitOfWork";
    }

    String useCase() {
        return root + ".application.shared.UseCase";
    }

    /** Packages of each layer. */
    String[] layers() {
        return LAYERS.stream().map(this::layer).toArray(String[]::new);
    }

    /** These packages and those that any layer may use. */
    String[] withJava(String... allowed) {
        return Stream.concat(Stream.of("java..", "org.jspecify.."), Arrays.stream(allowed))
                .toArray(String[]::new);
    }

    private String layer(String name) {
        return root + "." + name + "..";
    }
}
