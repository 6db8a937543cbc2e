package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.assistant.OpenWorkflow;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.testing.EveryItem;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.GeneratedImage.Image;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.shared.Json;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.ChatKitContract;
import dev.parley.web.testing.ChatKitUnderTest;
import dev.parley.web.testing.ThreadOnScreen;
import dev.parley.web.testing.ThreadOnServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An assistant that does all that an assistant can: every event, update and item reaches the client, by its contract. */
@WithSharedNodes
class ResponderTest {

    private static final ParleyServer PARLEY = SharedNodes.one();

    private final Api api = PARLEY.someone();
    private final ChatKitUnderTest user = new ChatKitUnderTest(api);
    private final ThreadOnScreen screen = new ThreadOnScreen();
    private final List<JsonNode> told = new ArrayList<>();

    @Test
    void everythingThatAnAssistantCanDoIsShown() {
        PARLEY.assistant().follow(ResponderTest::answer);

        Answer created = user.create("speak");
        String thread = created.jsonEvents().getFirst().at("/thread/id").asString();
        take(created);
        for (String wish : List.of("work", "paint", "grow", "ask", "fix", "call", "remember", "lock")) {
            take(user.say(thread, wish));
            new ThreadOnServer(api, thread).assertShows(screen, 3);
        }

        assertThat(types("/type")).isEqualTo(ChatKitContract.names("events"));
        assertThat(types("/update/type")).isEqualTo(ChatKitContract.names("updates"));
        assertThat(types("/item/type")).isEqualTo(ChatKitContract.names("items"));
        assertThat(types("/item/task/type")).isEqualTo(ChatKitContract.names("tasks"));
        assertThat(types("/update/annotation/source/type")).isEqualTo(Set.of("url", "file", "entity"));
        assertThat(told.toString()).doesNotContain("for the assistant alone", "shcx_");
        new ThreadOnServer(api, thread).assertShowsOverRest(screen);
    }

    private static void answer(Turn turn, Reply reply) {
        switch (turn.message().text()) {
            case "speak" -> speak(reply);
            case "work" -> work(reply);
            case "paint" -> paint(reply);
            case "grow" -> grow(reply);
            case "ask" ->
                reply.ask(List.of(
                        new Question.MultipleChoice("which", "Which?", List.of("a", "b"), true, null),
                        new Question.Freeform("why", "Why?", "In short", null)));
            case "fix" -> fix(turn, reply);
            case "call" -> reply.callClientTool(new RequestedCall("call_1", "locate", "{\"near\":null}"));
            case "remember" -> {
                reply.remember(new Json("\"for the assistant alone\""));
                throw new IllegalStateException("it fails, as the test wants it to");
            }
            default -> {
                reply.imageDomains(List.of("images.example"));
                reply.title("Ships");
                reply.status(new ThreadStatus.Locked("Back at nine."));
            }
        }
    }

    private static void speak(Reply reply) {
        reply.progress("search", "Looking around");
        reply.notice(NoticeLevel.DANGER, "**Almost** full", "Space");
        reply.effect("confetti", new Json("{\"colour\":null}"));
        reply.text("Said ");
        reply.text("at once");
        reply.annotate(new Annotation(EveryItem.SOURCES.getFirst(), 4));
        reply.message().text("In two").part().text(" parts").done();
        EveryItem.SOURCES.forEach(source -> reply.message().text("Cited").annotate(new Annotation(source, null)));
    }

    private static void work(Reply reply) {
        OpenWorkflow workflow = reply.workflow(Workflow.Kind.CUSTOM, true);
        EveryItem.TASKS.forEach(workflow::task);
        workflow.update(1, EveryItem.TASKS.getFirst()).done(new Workflow.Titled("Done", "check"));
        reply.workflow(Workflow.Kind.REASONING, false).done(new Workflow.Lasted(7));
        EveryItem.TASKS.forEach(reply::task);
        reply.callTool(new RequestedCall("call_0", "unheard_of", "{}"));
        reply.endTurn();
    }

    private static void paint(Reply reply) {
        Image image = new Image("image_1", "https://images.example/1");
        reply.image(image);
        reply.streamImage().show(image, 0.5).show(image, null).done();
        reply.widget(new Json("{\"type\":\"Card\",\"size\":1.50}"), "a card");
    }

    private static void grow(Reply reply) {
        reply.streamWidget(null)
                .show(card("He", true, "one"))
                .show(card("Hello", true, "one"))
                .show(card("Hello you", false, "one"))
                .show(card("Hello you", false, "two"))
                .show(new Json("{\"type\":\"ListView\",\"children\":[]}"))
                .done();
    }

    private static Json card(String text, boolean isStreaming, String label) {
        return new Json("""
                {"type":"Card","children":[{"type":"Text","id":"text","value":"%s","streaming":%s},\
                {"type":"Badge","id":"badge","label":"%s"}]}""".formatted(text, isStreaming, label));
    }

    private static void fix(Turn turn, Reply reply) {
        reply.remove(last(turn, Widget.class).id());
        AssistantMessage message = last(turn, AssistantMessage.class);
        reply.replace(new AssistantMessage(
                message.id(), message.sequence(), List.of(new OutputText("Better said")), message.createdAt()));
    }

    private static <T extends Item> T last(Turn turn, Class<T> type) {
        return turn.transcript().reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private void take(Answer answer) {
        told.addAll(answer.jsonEvents());
        screen.take(answer.jsonEvents());
    }

    private Set<String> types(String place) {
        return told.stream()
                .map(event -> event.at(place))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }
}
