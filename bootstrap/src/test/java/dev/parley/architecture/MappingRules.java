package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.util.List;
import java.util.Set;

/** What has more than three fields is mapped by MapStruct, and by nothing beside it. */
final class MappingRules {

    private static final int MOST_FIELDS_BY_HAND = 3;

    /** The codec of stored items, and the frame that is the same around every page. */
    private static final Set<String> BY_HAND = Set.of("ItemPayload", "PageResponse");

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "rows become records of the domain in mappers",
                    code -> noClasses()
                            .that()
                            .resideInAPackage(code.persistence())
                            .and(areWrittenByHand())
                            .should()
                            .callConstructorWhere(isOfLargeRecord(resideInAPackage(code.domain()))),
                    "persistence.note.BadRepository.note("),
            Rule.of(
                    "responses are made in mappers",
                    code -> noClasses()
                            .that()
                            .resideInAPackage(code.web())
                            .and(areWrittenByHand())
                            .should()
                            .callConstructorWhere(isOfLargeRecord(simpleNameEndingWith("Response"))),
                    "web.note.BadController.response("));

    private MappingRules() {}

    /** Neither what MapStruct generates nor a part of what is named here. */
    private static DescribedPredicate<JavaClass> areWrittenByHand() {
        return NamingRules.areOurs()
                .and(describe(
                        "are no codec",
                        type -> BY_HAND.stream()
                                .noneMatch(name -> outermost(type).equals(name))));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(MappingRules::outermost).orElseGet(type::getSimpleName);
    }

    private static DescribedPredicate<JavaConstructorCall> isOfLargeRecord(DescribedPredicate<JavaClass> records) {
        return describe(
                "makes a record of more than three fields",
                call -> call.getTargetOwner().isRecord()
                        && call.getTarget().getRawParameterTypes().size() > MOST_FIELDS_BY_HAND
                        && records.test(call.getTargetOwner()));
    }
}
