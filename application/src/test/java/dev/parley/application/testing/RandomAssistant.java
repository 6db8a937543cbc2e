package dev.parley.application.testing;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.shared.Json;
import java.util.List;
import java.util.Random;

/** Does anything that an assistant may do, in any order, and sometimes fails; the same for the same random numbers. */
public final class RandomAssistant implements Assistant {

    private final Random random;

    /** Makes one that does the same for the same seed. */
    public RandomAssistant(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void answer(Turn turn, Reply reply) {
        int steps = random.nextInt(6);
        for (int step = 0; step < steps; step++) {
            if (step(turn, reply) == Step.LAST) {
                return;
            }
        }
        if (random.nextInt(6) == 0) {
            throw new IllegalStateException("it fails, as it sometimes does");
        }
    }

    private Step step(Turn turn, Reply reply) {
        switch (random.nextInt(19)) {
            case 0, 1, 2 -> reply.text("some ✓ words \ud83d");
            case 3 ->
                reply.message().text("a part").part().text("\udea2 another").done();
            case 4 -> reply.message().text("left open").annotate(new Annotation(EveryItem.SOURCES.getFirst(), 1));
            case 5 -> reply.message().annotate(new Annotation(EveryItem.SOURCES.getFirst(), 1));
            case 6 -> reply.workflow(Workflow.Kind.CUSTOM, true).task(EveryItem.TASKS.getFirst());
            case 7 -> reply.widget(json());
            case 8 -> reply.streamWidget("copied").show(json()).show(json());
            case 9 -> reply.streamImage().show(new GeneratedImage.Image("i", "https://images.example"), null);
            case 10 -> reply.callTool(new RequestedCall("call", "echo", "{}"));
            case 11 -> reply.ask(new RequestedCall("call", "ask", "{}"), questions());
            case 12 -> reply.ask(questions());
            case 13 -> reply.remember(json());
            case 14 -> reply.title("Title " + random.nextInt(10));
            case 15 -> reply.notice(NoticeLevel.INFO, "note", null);
            case 16 -> touchAny(turn, reply);
            case 17 -> reply.status(random.nextInt(8) == 0 ? new ThreadStatus.Locked("for now") : ThreadStatus.ACTIVE);
            default -> {
                reply.callClientTool(new RequestedCall("call", "paint", "{}"));
                return Step.LAST;
            }
        }
        return Step.NOT_LAST;
    }

    private void touchAny(Turn turn, Reply reply) {
        if (turn.transcript().isEmpty()) {
            return;
        }
        Item item = turn.transcript().get(random.nextInt(turn.transcript().size()));
        switch (item) {
            case AssistantMessage message ->
                reply.replace(new AssistantMessage(
                        message.id(), Item.DRAFT, List.of(new OutputText("better")), message.createdAt()));
            case Widget widget -> reply.replace(new Widget(widget.id(), Item.DRAFT, json(), null, widget.createdAt()));
            default -> reply.remove(item.id());
        }
    }

    private Json json() {
        return new Json("{\"n\": " + random.nextInt() + "}");
    }

    private static List<Question> questions() {
        return List.of(
                new Question.MultipleChoice("one", "Which?", List.of("a", "b"), false, null),
                new Question.Freeform("why", "Why?", null, null));
    }

    private enum Step {
        LAST,
        NOT_LAST
    }
}
