package dev.parley.assistant.task;

import static dev.parley.application.testing.Examples.someone;
import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.event.RunEvent;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.task.AddTask;
import dev.parley.application.task.CompleteTask;
import dev.parley.application.task.DeleteTask;
import dev.parley.application.task.GetTask;
import dev.parley.application.task.ListTags;
import dev.parley.application.task.ListTasks;
import dev.parley.application.task.ReadListedTasks;
import dev.parley.application.task.UpdateTask;
import dev.parley.application.testing.CountingIds;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadsUnderTest;
import dev.parley.application.testing.UseCases;
import dev.parley.application.thread.PerformAction.Act;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.Widget;
import dev.parley.domain.run.Requester;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Json;
import dev.parley.domain.task.TaskError;
import dev.parley.domain.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class TaskListWidgetTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PortsUnderTest ports = PortsUnderTest.inMemory();
    private final CountingIds ids = new CountingIds();
    private final UseCases useCases = UseCases.over(ports).with(IdGenerator.class, ids);
    private final TaskTools tools = new TaskTools(
            useCases.get(AddTask.class),
            useCases.get(ListTasks.class),
            useCases.get(UpdateTask.class),
            useCases.get(CompleteTask.class),
            useCases.get(DeleteTask.class),
            useCases.get(ListTags.class));
    private final GetTask getTask = useCases.get(GetTask.class);
    private final DeleteTask deleteTask = useCases.get(DeleteTask.class);
    private final ThreadsUnderTest threads = new ThreadsUnderTest(
            ports,
            ids,
            new TaskActions(
                    useCases.get(CompleteTask.class),
                    useCases.get(DeleteTask.class),
                    useCases.get(ReadListedTasks.class)));

    @Test
    void aListShowsARowForEachTaskWithItsActions() {
        String milk = add("Buy milk");

        JsonNode view = widget("{}");

        assertThat(view.at("/type").asString()).isEqualTo("ListView");
        JsonNode row = view.at("/children/0");
        assertThat(row.at("/type").asString()).isEqualTo("ListViewItem");
        assertThat(row.at("/key").asString()).isEqualTo(milk);
        assertThat(row.at("/children/1/value").asString()).isEqualTo("Buy milk");
        assertThat(row.at("/onClickAction").toString())
                .isEqualTo(
                        "{\"type\":\"task.complete\",\"payload\":{\"id\":\"%s\"},\"handler\":\"server\",\"loadingBehavior\":\"container\",\"streaming\":false}"
                                .formatted(milk));
        assertThat(row.at("/children/3/onClickAction").toString())
                .isEqualTo(
                        "{\"type\":\"task.delete\",\"payload\":{\"id\":\"%s\"},\"handler\":\"server\",\"loadingBehavior\":\"container\",\"streaming\":true}"
                                .formatted(milk));
        assertThat(view.has("status")).isFalse();
    }

    @Test
    void twentyRowsAreShownAndHowManyThereAre() {
        for (int i = 0; i < 21; i++) {
            add("Task " + i);
        }

        JsonNode view = widget("{}");

        assertThat(view.at("/children")).hasSize(20);
        assertThat(view.at("/status/text").asString()).isEqualTo("20 of 21 tasks");
    }

    @Test
    void rowsSpeakTheLanguageOfTheUser() {
        for (int i = 0; i < 21; i++) {
            add("Aufgabe " + i);
        }
        call(threads.user, "add_task", "{\"title\":\"Dringend\",\"priority\":\"high\"}", "de-CH");

        String view = Objects.requireNonNull(call(threads.user, "list_tasks", "{}", "de-CH"))
                .text();

        assertThat(view)
                .contains("\"label\":\"Löschen\"", "\"label\":\"hoch\"", "20 von 22 Aufgaben")
                .doesNotContain("Delete\"", "tasks\"");
    }

    @Test
    void rowsThatAreClickedSpeakTheLanguageOfTheUser() {
        String milk = add("Milch kaufen");
        String oil = add("Öl kaufen");
        ConversationId thread = showing("{}");
        Widget before = (Widget) threads.newest(thread);

        threads.performAction.performAtOnce(threads.user, thread, before.id(), act("task.complete", milk), "fr");

        assertThat(view(threads.newest(thread)).toString()).containsOnlyOnce("\"label\":\"Supprimer\"");

        perform(thread, act("task.delete", milk), "fr");
        perform(thread, act("task.delete", oil), "fr");

        assertThat(view(threads.newest(thread)).toString()).contains("Il ne reste plus de tâches ici.");
    }

    @Test
    void anEmptyListAndALookUpShowNothing() {
        assertThat(shown("{}")).isEmpty();
        add("Buy milk");

        assertThat(shown("{\"show\":false}")).isEmpty();
    }

    @Test
    void aClickCompletesATaskAtOnceAndGivesTheListAsItIsThen() {
        String milk = add("Buy milk");
        add("Buy oil");
        ConversationId thread = showing("{}");
        Widget before = (Widget) threads.newest(thread);

        Optional<Item> changed = threads.performAction.performAtOnce(
                threads.user, thread, before.id(), act("task.complete", milk), "en");

        assertThat(getTask.get(threads.user, TaskId.of(milk)).completed()).isTrue();
        assertThat(changed).contains(threads.newest(thread));
        JsonNode row = view(threads.newest(thread)).at("/children/1");
        assertThat(row.at("/key").asString()).isEqualTo(milk);
        assertThat(row.at("/children/1/lineThrough").asBoolean()).isTrue();
        assertThat(row.has("onClickAction")).isFalse();
    }

    @Test
    void deletingATaskStreamsTheListWithoutIt() {
        String milk = add("Buy milk");
        add("Buy oil");
        ConversationId thread = showing("{}");

        List<RunEvent> events = perform(thread, act("task.delete", milk));

        assertThatThrownBy(() -> getTask.get(threads.user, TaskId.of(milk))).is(failure(TaskError.TASK_NOT_FOUND));
        assertThat(events).contains(new RunEvent.ItemReplaced(threads.newest(thread)));
        assertThat(view(threads.newest(thread)).at("/children")).hasSize(1);
    }

    @Test
    void whatIsDoneTwiceIsAsDoneOnce() {
        String milk = add("Buy milk");
        add("Buy oil");
        ConversationId thread = showing("{}");
        Item before = threads.newest(thread);

        Optional<Item> once = click(thread, before, milk);

        assertThat(click(thread, before, milk)).isEqualTo(once);
    }

    @Test
    void theRowOfATaskThatIsGoneLeavesWithTheNextClickAndTheCountFollows() {
        String gone = add("Gone");
        String other = add("Other");
        for (int i = 0; i < 21; i++) {
            add("Task " + i);
        }
        ConversationId thread = showing("{\"sort\":\"created\",\"order\":\"asc\"}");
        Item before = threads.newest(thread);
        assertThat(view(before).at("/status/text").asString()).isEqualTo("20 of 23 tasks");
        deleteTask.delete(threads.user, TaskId.of(gone));

        assertThat(click(thread, before, gone)).contains(threads.newest(thread));

        JsonNode view = view(threads.newest(thread));
        assertThat(view.at("/children")).hasSize(19);
        assertThat(view.at("/children/0/key").asString()).isEqualTo(other);
        assertThat(view.at("/status/text").asString()).isEqualTo("19 of 22 tasks");
    }

    @Test
    void theRowOfATaskThatIsGoneIsDeletedWithoutANotice() {
        String gone = add("Gone");
        ConversationId thread = showing("{}");
        deleteTask.delete(threads.user, TaskId.of(gone));

        List<RunEvent> events = perform(thread, act("task.delete", gone));

        assertThat(events).noneMatch(RunEvent.Notice.class::isInstance);
        assertThat(view(threads.newest(thread)).at("/children/0/key").asString())
                .isEqualTo("none");
    }

    @Test
    void aClickShowsTheOtherTasksAsTheyAreToo() {
        String milk = add("Buy milk");
        String oil = add("Buy oil");
        ConversationId thread = showing("{\"sort\":\"created\",\"order\":\"asc\"}");
        Item before = threads.newest(thread);
        tool("update_task").call("{\"task_id\":\"%s\",\"title\":\"Olive oil\"}".formatted(oil), context(threads.user));

        click(thread, before, milk);

        assertThat(view(threads.newest(thread))
                        .at("/children/1/children/1/value")
                        .asString())
                .isEqualTo("Olive oil");
    }

    @Test
    void theCountIsOfTheTasksThatTheListWasAskedFor() {
        List<String> urgent = new ArrayList<>();
        for (int i = 0; i < 22; i++) {
            add("Task " + i);
            urgent.add(addUrgent("Urgent " + i));
        }
        ConversationId thread = showing(
                "{\"status\":\"pending\",\"priority\":\"high\",\"search\":\"urgent\",\"sort\":\"created\",\"order\":\"asc\"}");
        Item before = threads.newest(thread);
        assertThat(view(before).at("/status/text").asString()).isEqualTo("20 of 22 tasks");
        deleteTask.delete(threads.user, TaskId.of(urgent.getLast()));

        click(thread, before, urgent.getFirst());

        assertThat(view(threads.newest(thread)).at("/status/text").asString()).isEqualTo("20 of 21 tasks");
    }

    @Test
    void theLastRowLeavesAWordBehind() {
        String milk = add("Buy milk");
        ConversationId thread = showing("{}");

        perform(thread, act("task.delete", milk));

        assertThat(view(threads.newest(thread))
                        .at("/children/0/children/0/value")
                        .asString())
                .isEqualTo("No tasks are left here.");
    }

    @Test
    void anothersTaskIsNeitherCompletedNorDeleted() {
        add("Buy milk");
        ConversationId thread = showing("{}");
        Item before = threads.newest(thread);
        AccountId other = someone();
        String theirs = add(other, "Theirs");

        assertThatThrownBy(() -> threads.performAction.performAtOnce(
                        threads.user, thread, before.id(), act("task.complete", theirs), "en"))
                .is(failure(TaskError.TASK_NOT_FOUND));
        List<RunEvent> events = perform(thread, act("task.delete", theirs));

        assertThat(getTask.get(other, TaskId.of(theirs)).completed()).isFalse();
        assertThat(events)
                .contains(new RunEvent.Notice(
                        NoticeLevel.WARNING,
                        new Failure(TaskError.TASK_NOT_FOUND).words().toString(),
                        null));
        assertThat(threads.newest(thread)).isEqualTo(before);
    }

    @Test
    void aPayloadWithoutAnIdIsNoTask() {
        ConversationId thread = threads.begin("Hi");

        assertThatThrownBy(() -> threads.performAction.performAtOnce(
                        threads.user, thread, null, new Act("task.complete", Json.NULL), "en"))
                .is(failure(TaskError.TASK_NOT_FOUND));
    }

    @Test
    void deletingIsNotDoneAtOnce() {
        String milk = add("Buy milk");
        ConversationId thread = showing("{}");
        Item shown = threads.newest(thread);

        assertThatThrownBy(() -> threads.performAction.performAtOnce(
                        threads.user, thread, shown.id(), act("task.delete", milk), "en"))
                .is(failure(ConversationError.UNKNOWN_ACTION));
        assertThat(getTask.get(threads.user, TaskId.of(milk))).isNotNull();
    }

    private Optional<Item> click(ConversationId thread, Item list, String task) {
        return threads.performAction.performAtOnce(threads.user, thread, list.id(), act("task.complete", task), "en");
    }

    private String addUrgent(String title) {
        return JSON.readTree(tool("add_task")
                        .call("{\"title\":\"" + title + "\",\"priority\":\"high\"}", context(threads.user))
                        .content())
                .at("/task/id")
                .asString();
    }

    private List<RunEvent> perform(ConversationId thread, Act act) {
        return perform(thread, act, "en");
    }

    private List<RunEvent> perform(ConversationId thread, Act act, String locale) {
        return threads.read(threads.performAction.perform(
                threads.user,
                thread,
                threads.newest(thread).id(),
                act,
                new RunOptions(locale, false, true, Requester.UNKNOWN)));
    }

    private static Act act(String type, String task) {
        return new Act(type, new Json("{\"id\":\"" + task + "\"}"));
    }

    /** A thread whose newest item is the list. */
    private ConversationId showing(String arguments) {
        Json widget = Objects.requireNonNull(call(threads.user, "list_tasks", arguments));
        threads.assistant.set((turn, reply) -> reply.widget(widget));
        return threads.begin("List");
    }

    private String add(String title) {
        return add(threads.user, title);
    }

    private String add(AccountId user, String title) {
        return JSON.readTree(tool("add_task")
                        .call("{\"title\":\"" + title + "\"}", context(user))
                        .content())
                .at("/task/id")
                .asString();
    }

    private JsonNode widget(String arguments) {
        return JSON.readTree(shown(arguments).orElseThrow().text());
    }

    private Optional<Json> shown(String arguments) {
        return Optional.ofNullable(call(threads.user, "list_tasks", arguments));
    }

    private static JsonNode view(Item widget) {
        return JSON.readTree(((Widget) widget).widget().text());
    }

    private @Nullable Json call(AccountId user, String name, String arguments) {
        return call(user, name, arguments, "en");
    }

    private @Nullable Json call(AccountId user, String name, String arguments, String locale) {
        return tool(name).call(arguments, context(user, locale)).widget();
    }

    private Tool tool(String name) {
        return tools.tools().stream()
                .filter(tool -> tool.definition().name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static ToolContext context(AccountId user) {
        return context(user, "en");
    }

    private static ToolContext context(AccountId user, String locale) {
        return new ToolContext(user, new ConversationId(new UUID(0, 1)), locale, Requester.UNKNOWN);
    }
}
