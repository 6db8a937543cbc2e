package dev.parley.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * A rule and the proof that it can fail.
 *
 * @param name the rule in one sentence
 * @param text the rule for the code below a root package
 * @param offenders what it finds in the bad examples, and all that it finds: names of classes or their members, without
 *     the root package
 */
record Rule(String name, Function<Packages, ArchRule> text, List<String> offenders) {

    static Rule of(String name, Function<Packages, ArchRule> text, String... offenders) {
        return new Rule(name, text, List.of(offenders));
    }

    ArchRule in(Packages packages) {
        return text.apply(packages).as(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
