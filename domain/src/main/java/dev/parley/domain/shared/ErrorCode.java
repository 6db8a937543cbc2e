package dev.parley.domain.shared;

/** What can be wrong in a feature: a constant of the feature's enum of errors. */
public interface ErrorCode extends TextTemplate {

    /** What is known of the error. */
    ErrorDefinition definition();

    /** The stable, machine-readable code, in upper snake case: the constant's name, where the error has no other. */
    default String code() {
        String code = definition().code();
        return code == null ? name() : code;
    }

    /** What sort of failure this is. */
    default FailureKind kind() {
        return definition().kind();
    }

    @Override
    default String english() {
        return definition().english();
    }
}
