package dev.parley.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "//, /",
        "/api/v1/tasks, /api/v1/tasks",
        "/api/v1/tasks/, /api/v1/tasks",
        "/ap%69/v1/tasks, /api/v1/tasks",
        "/api//v1/tasks, /api/v1/tasks",
        "/api/./v1/tasks, /api/v1/tasks",
        "/x/../api/v1/tasks, /api/v1/tasks",
        "/x/%2e%2e/api/v1/tasks, /api/v1/tasks",
        "/api;a=b/v1/tasks;c, /api/v1/tasks",
        "/../api/v1/tasks, /api/v1/tasks",
        "/api/v1/tasks/.hidden, /api/v1/tasks/.hidden",
        "/api/v1/tasks/%, /api/v1/tasks/%",
        "/talk/api/v1/tasks, /api/v1/tasks",
        "/talk, /"
    })
    void aPathHasOneFormHoweverItIsSpelled(String sent, String path) {
        assertThat(RequestPath.of(sent, "/talk")).isEqualTo(path);
    }
}
