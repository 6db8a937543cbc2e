package dev.parley.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.RunningParley;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A host application's controllers, and what else is theirs, change nothing of Parley's description. */
class OtherControllersTest {

    @Test
    void aControllerOfTheHostsLeavesTheDescriptionAsItIs() {
        try (RunningParley parley = RunningParley.start(HostApplication.class)) {
            Answer described = parley.anonymous().get("/v3/api-docs");

            assertThat(parley.someone().get("/host/tasks").json().at("/name").asString())
                    .isEqualTo("theirs");
            assertThat(described.status()).isEqualTo(200);
            assertThat(described.json())
                    .isEqualTo(RunningParley.shared()
                            .anonymous()
                            .get("/v3/api-docs")
                            .json());
            assertThat(parley.anonymous().get("/swagger-ui/index.html").status())
                    .isEqualTo(200);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class HostApplication {

        @Bean
        HostController hostController() {
            return new HostController();
        }

        @Bean
        HostAdvice hostAdvice() {
            return new HostAdvice();
        }
    }

    @RestController
    static class HostController {

        @GetMapping("/host/tasks")
        TaskResponse addTask() {
            return new TaskResponse("theirs");
        }
    }

    @RestControllerAdvice
    static class HostAdvice {

        @ExceptionHandler(ArithmeticException.class)
        @ResponseStatus(HttpStatus.PAYMENT_REQUIRED)
        TaskResponse answer() {
            return new TaskResponse("theirs");
        }
    }

    record TaskResponse(String name) {}
}
