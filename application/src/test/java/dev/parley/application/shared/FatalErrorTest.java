package dev.parley.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FatalErrorTest {

    @Test
    void anErrorOfTheMachineIsFoundAmongTheCauses() {
        OutOfMemoryError error = new OutOfMemoryError("heap");

        assertThat(FatalError.in(error)).isSameAs(error);
        assertThat(FatalError.in(new IllegalStateException(new RuntimeException(error))))
                .isSameAs(error);
        assertThat(FatalError.in(new InternalError("machine"))).isNotNull();
    }

    @Test
    void anythingElseIsOfTheThreadAlone() {
        assertThat(FatalError.in(new StackOverflowError())).isNull();
        assertThat(FatalError.in(new AssertionError(new IllegalStateException("defect"))))
                .isNull();
    }

    @Test
    void causesThatGoRoundInACircleHaveAnEnd() {
        Exception first = new Exception("first");
        first.initCause(new Exception("second", first));

        assertThat(FatalError.in(first)).isNull();
    }
}
