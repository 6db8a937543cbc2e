package dev.parley.assistant.task;

import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.shared.SystemFailure;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.task.AddTask;
import dev.parley.application.task.CompleteTask;
import dev.parley.application.task.DeleteTask;
import dev.parley.application.task.ListTags;
import dev.parley.application.task.ListTasks;
import dev.parley.application.task.UpdateTask;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SettableClock;
import dev.parley.application.testing.UseCases;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.run.Requester;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TaskToolsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final SettableClock clock = new SettableClock();
    private final TaskTools tools = toolsOver(ports.unitOfWork());
    private final AccountId user = someone();

    @Test
    void sixToolsAreOfferedWithClosedSchemas() {
        assertThat(tools.tools())
                .extracting(tool -> tool.definition().name())
                .containsExactly("add_task", "list_tasks", "update_task", "complete_task", "delete_task", "list_tags");
        assertThat(tools.tools()).allSatisfy(tool -> {
            JsonNode schema = JSON.readTree(tool.definition().schema());
            assertThat(schema.at("/type").asString()).isEqualTo("object");
            assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
            assertThat(tool.definition().description()).isNotBlank();
            assertThat(tool.definition().activity().toString()).endsWith("…");
        });
    }

    @Test
    void aTaskIsAdded() {
        JsonNode answer = ok("add_task", """
                {"title": "Buy milk", "description": "two litres", "priority": "high", "tags": ["home", "shop"]}""");

        assertThat(answer.propertyNames()).containsExactly("success", "task");
        assertThat(answer.at("/success").asBoolean()).isTrue();
        assertThat(answer.at("/task").propertyNames())
                .containsExactly(
                        "id", "title", "description", "priority", "tags", "completed", "created_at", "updated_at");
        assertThat(answer.at("/task/title").asString()).isEqualTo("Buy milk");
        assertThat(answer.at("/task/description").asString()).isEqualTo("two litres");
        assertThat(answer.at("/task/priority").asString()).isEqualTo("high");
        assertThat(answer.at("/task/tags").toString()).isEqualTo("[\"home\",\"shop\"]");
        assertThat(answer.at("/task/completed").asBoolean(true)).isFalse();
        assertThat(answer.at("/task/created_at").asString())
                .isEqualTo(clock.instant().toString());
    }

    @Test
    void aTitleIsEnough() {
        JsonNode task = ok("add_task", "{\"title\": \"Buy milk\"}").at("/task");

        assertThat(task.at("/priority").asString()).isEqualTo("medium");
        assertThat(task.at("/tags").toString()).isEqualTo("[]");
        assertThat(task.has("description")).isFalse();
    }

    @Test
    void whatIsAddedIsTheUsersAlone() {
        add("Buy milk");

        ToolResult others = call(tools, "list_tasks", "{}", someone());

        assertThat(others.content()).isEqualTo("{\"success\":true,\"tasks\":[],\"total\":0}");
    }

    @Test
    void theNewestTasksComeFirst() {
        add("Buy milk");
        add("Buy oil");

        JsonNode answer = ok("list_tasks", "{\"limit\": 1}");

        assertThat(titles(answer)).containsExactly("Buy oil");
        assertThat(answer.at("/total").asInt()).isEqualTo(2);
    }

    @Test
    void fiftyTasksAreListedWhereNoNumberIsGiven() {
        for (int i = 0; i < 51; i++) {
            add("task");
        }

        assertThat(titles(ok("list_tasks", "{}"))).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"pending\"}                     | Buy oil;Sell car",
                "{\"status\":\"completed\"}                   | Buy milk",
                "{\"priority\":\"high\"}                      | Sell car",
                "{\"tag\":\"HOME\"}                           | Sell car",
                "{\"search\":\"BUY\"}                         | Buy oil;Buy milk",
                "{\"sort\":\"title\"}                         | Buy milk;Buy oil;Sell car",
                "{\"sort\":\"title\",\"order\":\"desc\"}      | Sell car;Buy oil;Buy milk",
                "{\"sort\":\"priority\",\"limit\":1}          | Sell car",
                "{\"status\":\"all\",\"order\":\"asc\"}       | Buy milk;Sell car;Buy oil"
            })
    void listsAreFilteredAndSorted(String arguments, String titles) {
        String milk = add("Buy milk");
        clock.advance(Duration.ofSeconds(1));
        ok("add_task", "{\"title\": \"Sell car\", \"priority\": \"high\", \"tags\": [\"home\"]}");
        clock.advance(Duration.ofSeconds(1));
        add("Buy oil");
        ok("complete_task", "{\"task_id\": \"%s\"}".formatted(milk));

        String[] expected = titles.split(";");
        assertThat(titles(ok("list_tasks", arguments))).containsExactly(expected);
    }

    @Test
    void whatAnUpdateDoesNotNameStays() {
        String id = ok("add_task", "{\"title\": \"Buy milk\", \"description\": \"fresh\", \"tags\": [\"shop\"]}")
                .at("/task/id")
                .asString();

        JsonNode task = ok("update_task", "{\"task_id\": \"%s\", \"title\": \"Buy oil\"}".formatted(id))
                .at("/task");

        assertThat(task.at("/title").asString()).isEqualTo("Buy oil");
        assertThat(task.at("/description").asString()).isEqualTo("fresh");
        assertThat(task.at("/tags").toString()).isEqualTo("[\"shop\"]");
    }

    @Test
    void anUpdateChangesAllThatItNames() {
        String id = ok("add_task", "{\"title\": \"Buy milk\", \"description\": \"fresh\", \"tags\": [\"shop\"]}")
                .at("/task/id")
                .asString();

        JsonNode task = ok(
                        "update_task",
                        "{\"task_id\": \"%s\", \"description\": \"\", \"priority\": \"low\", \"tags\": []}"
                                .formatted(id))
                .at("/task");

        assertThat(task.has("description")).isFalse();
        assertThat(task.at("/priority").asString()).isEqualTo("low");
        assertThat(task.at("/tags").toString()).isEqualTo("[]");
    }

    @Test
    void aTaskIsCompletedAndReopened() {
        String id = add("Buy milk");

        JsonNode done = ok("complete_task", "{\"task_id\": \"%s\"}".formatted(id));
        JsonNode open = ok("complete_task", "{\"task_id\": \"%s\", \"completed\": false}".formatted(id));

        assertThat(done.at("/task/completed").asBoolean()).isTrue();
        assertThat(open.at("/task/completed").asBoolean(true)).isFalse();
    }

    @Test
    void aDeletedTaskIsNamedAndGone() {
        String id = add("Buy milk");

        JsonNode answer = ok("delete_task", "{\"task_id\": \"%s\"}".formatted(id));

        assertThat(answer.toString())
                .isEqualTo("{\"success\":true,\"deleted\":{\"id\":\"%s\",\"title\":\"Buy milk\"}}".formatted(id));
        assertThat(ok("list_tasks", "{}").at("/total").asInt()).isZero();
    }

    @Test
    void tagsAreCounted() {
        ok("add_task", "{\"title\": \"Buy milk\", \"tags\": [\"home\", \"shop\"]}");
        ok("add_task", "{\"title\": \"Buy oil\", \"tags\": [\"shop\"]}");

        assertThat(ok("list_tags", "{}").toString())
                .isEqualTo(
                        "{\"success\":true,\"tags\":[{\"tag\":\"shop\",\"count\":2},{\"tag\":\"home\",\"count\":1}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add_task      | {\"title\": \" \"}                        | title must not be blank",
                "add_task      | {\"title\": \"a\", \"tags\": [\"\"]}      | tags[0] must not be blank",
                "update_task   | {\"task_id\": \"milk\", \"title\": \"a\"} | There is no task with this id.",
                "complete_task | {\"task_id\": \"milk\"}                   | There is no task with this id.",
                "delete_task   | {\"task_id\": \"00000000-0000-0000-0000-000000000000\"} | There is no task with this id."
            })
    void aRefusalIsAnErrorThatTheModelCanRead(String tool, String arguments, String error) {
        ToolResult result = call(tools, tool, arguments, user);

        assertThat(result.isError()).isTrue();
        assertThat(result.content()).isEqualTo("{\"success\":false,\"error\":\"%s\"}".formatted(error));
    }

    @Test
    void anothersTaskIsNotFound() {
        String id = add("Buy milk");

        ToolResult result = call(tools, "delete_task", "{\"task_id\": \"%s\"}".formatted(id), someone());

        assertThat(result.isError()).isTrue();
        assertThat(ok("list_tasks", "{}").at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void aFailedStepIsNotToldToTheModel() {
        TaskTools broken = toolsOver(new BrokenUnitOfWork());

        assertThatThrownBy(() -> call(broken, "list_tags", "{}", user)).isInstanceOf(SystemFailure.class);
    }

    private String add(String title) {
        return ok("add_task", "{\"title\": \"%s\"}".formatted(title))
                .at("/task/id")
                .asString();
    }

    private JsonNode ok(String tool, String arguments) {
        ToolResult result = call(tools, tool, arguments, user);
        assertThat(result.isError()).as(result.content()).isFalse();
        return JSON.readTree(result.content());
    }

    private static ToolResult call(TaskTools tools, String name, String arguments, AccountId user) {
        Tool tool = tools.tools().stream()
                .filter(each -> each.definition().name().equals(name))
                .findAny()
                .orElseThrow();
        return tool.call(
                arguments, new ToolContext(user, new ConversationId(UUID.randomUUID()), "en", Requester.UNKNOWN));
    }

    private static List<String> titles(JsonNode answer) {
        return answer.at("/tasks")
                .valueStream()
                .map(task -> task.at("/title").asString())
                .toList();
    }

    private TaskTools toolsOver(UnitOfWork unitOfWork) {
        UseCases useCases =
                UseCases.over(ports).with(UnitOfWork.class, unitOfWork).with(InstantSource.class, clock);
        return new TaskTools(
                useCases.get(AddTask.class),
                useCases.get(ListTasks.class),
                useCases.get(UpdateTask.class),
                useCases.get(CompleteTask.class),
                useCases.get(DeleteTask.class),
                useCases.get(ListTags.class));
    }

    /** A database that is away. */
    private static final class BrokenUnitOfWork implements UnitOfWork {

        @Override
        public <T> T execute(Supplier<T> work) {
            throw SystemFailure.unavailable("connection", new IllegalStateException("away"));
        }

        @Override
        public <T> T read(Supplier<T> work) {
            return execute(work);
        }
    }
}
