package dev.parley.application.run;

import static dev.parley.application.testing.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.application.assistant.AnswerTooLong;
import dev.parley.application.assistant.ItemChange;
import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.assistant.OpenMessage;
import dev.parley.application.assistant.OpenWidget;
import dev.parley.application.assistant.OpenWorkflow;
import dev.parley.application.assistant.Reply;
import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.application.testing.EveryItem;
import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.EndOfTurn;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.HiddenContext;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.TaskItem;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowItem;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.shared.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All that a reply can show, each by an assistant that shows it; what is told is what is stored. */
@Timeout(60)
class ReplyTest {

    private static final Json CARD = new Json("{\"type\": \"Card\"}");
    private static final Json ANOTHER_CARD = new Json("{\"type\": \"Card\", \"size\": \"lg\"}");
    private static final WorkflowTask TASK = EveryItem.TASKS.getFirst();
    private static final GeneratedImage.Image IMAGE = new GeneratedImage.Image("img_1", "https://images.example/1");

    private final Stage stage = new Stage();

    @Test
    void aMessageHasPartsAndAnnotations() {
        Annotation annotation = new Annotation(EveryItem.SOURCES.getFirst(), 3);

        List<RunEvent> told = answer(reply -> reply.message()
                .text("one ")
                .text("part")
                .annotate(annotation)
                .part()
                .text("another")
                .done());

        AssistantMessage message = newest(AssistantMessage.class);
        assertThat(message.content())
                .containsExactly(new OutputText("one part", List.of(annotation)), new OutputText("another"));
        assertThat(updates(told))
                .containsExactly(
                        new ItemUpdate.PartAdded(0, new OutputText("")),
                        new ItemUpdate.TextDelta(0, "one "),
                        new ItemUpdate.TextDelta(0, "part"),
                        new ItemUpdate.AnnotationAdded(0, 0, annotation),
                        new ItemUpdate.PartDone(0, message.content().getFirst()),
                        new ItemUpdate.PartAdded(1, new OutputText("")),
                        new ItemUpdate.TextDelta(1, "another"),
                        new ItemUpdate.PartDone(1, message.content().getLast()));
        assertThat(told).last().isEqualTo(new RunEvent.ItemDone(message));
    }

    @Test
    void aMessageWithoutWordsIsNotKept() {
        answer(reply -> {
            reply.message().done();
            reply.message().text("").done();
        });
        assertThat(stage.said()).containsExactly("Hi");

        List<RunEvent> told = answer(reply -> reply.message()
                .annotate(new Annotation(EveryItem.SOURCES.getFirst(), null))
                .done());
        assertThat(told).last().isInstanceOf(RunEvent.ItemRemoved.class);
        assertThat(stage.said()).containsExactly("Hi", "Hi");
    }

    @Test
    void whatIsSaidInOneGoIsOneMessage() {
        answer(reply -> {
            reply.text("one ");
            reply.progress("thinking");
            reply.text("message");
            reply.widget(CARD);
            reply.text("another");
        });

        assertThat(stage.said()).containsExactly("Hi", "one message", "", "another");
    }

    @Test
    void progressNoticesAndEffectsAreToldAndNotStored() {
        List<RunEvent> told = answer(reply -> {
            reply.progress("search", "Looking…");
            reply.notice(NoticeLevel.WARNING, "*Careful*", "Note");
            reply.effect("confetti", CARD);
        });

        assertThat(told)
                .containsExactly(
                        new RunEvent.Progress("search", "Looking…"),
                        new RunEvent.Notice(NoticeLevel.WARNING, "*Careful*", "Note"),
                        new RunEvent.ClientEffect("confetti", CARD));
        assertThat(stage.items()).hasSize(1);
    }

    @Test
    void aWorkflowGoesOnStepByStep() {
        WorkflowTask other = EveryItem.TASKS.get(2);
        Workflow.Summary summary = new Workflow.Titled("Done", "check");

        List<RunEvent> told = answer(reply -> {
            OpenWorkflow work = reply.workflow(Workflow.Kind.CUSTOM, true);
            int step = work.task(TASK);
            work.update(step, other).done(summary);
            work.done();
        });

        WorkflowItem item = newest(WorkflowItem.class);
        assertThat(item.workflow()).isEqualTo(new Workflow(Workflow.Kind.CUSTOM, List.of(other), summary, true));
        assertThat(updates(told))
                .containsExactly(
                        new ItemUpdate.WorkflowTaskAdded(0, TASK), new ItemUpdate.WorkflowTaskUpdated(0, other));
        assertThat(told).filteredOn(RunEvent.ItemDone.class::isInstance).hasSize(1);
    }

    @Test
    void aStepStandsAlone() {
        answer(reply -> reply.task(TASK));

        assertThat(newest(TaskItem.class).task()).isEqualTo(TASK);
    }

    @Test
    void aWidgetIsShownAsAWholeOrChanges() {
        List<RunEvent> whole = answer(reply -> reply.widget(CARD, "copied"));
        assertThat(newest(Widget.class).widget()).isEqualTo(CARD);
        assertThat(newest(Widget.class).copyText()).isEqualTo("copied");
        assertThat(whole).hasSize(1);

        List<RunEvent> told = answer(reply -> reply.streamWidget(null)
                .show(CARD)
                .show(CARD)
                .show(ANOTHER_CARD)
                .done());
        assertThat(newest(Widget.class).widget()).isEqualTo(ANOTHER_CARD);
        assertThat(told.getFirst()).isInstanceOf(RunEvent.ItemAdded.class);
        assertThat(updates(told)).containsExactly(new ItemUpdate.WidgetRootUpdated(ANOTHER_CARD));
    }

    @Test
    void anImageIsShownAsAWholeOrGetsBetter() {
        answer(reply -> reply.image(IMAGE));
        assertThat(newest(GeneratedImage.class).image()).isEqualTo(IMAGE);

        List<RunEvent> told = answer(reply -> {
            reply.streamImage().show(IMAGE, 0.5).done();
            reply.streamImage().done();
        });
        assertThat(newest(GeneratedImage.class).image()).isEqualTo(IMAGE);
        assertThat(updates(told)).containsExactly(new ItemUpdate.ImageUpdated(IMAGE, 0.5));
        assertThat(told).last().isInstanceOf(RunEvent.ItemRemoved.class);
    }

    @Test
    void aClientsToolIsCalledAndTheAnswerEnds() {
        List<Throwable> refused = new ArrayList<>();
        RequestedCall call = new RequestedCall("call_1", "paint", "{\"a\": 1}");

        answer(reply -> {
            OpenMessage open = reply.message().text("Look");
            reply.callClientTool(call);
            for (Runnable more : List.<Runnable>of(
                    () -> reply.text("more"),
                    () -> reply.callClientTool(call),
                    () -> open.text("more"),
                    () -> reply.title("more"))) {
                refused.add(catchThrowable(more::run));
            }
        });

        assertThat(refused).hasSize(4).allMatch(IllegalStateException.class::isInstance);
        assertThat(newest(ClientToolCall.class).arguments()).isEqualTo(new Json("{\"a\": 1}"));
        assertThat(newest(ClientToolCall.class).isPending()).isTrue();
        assertThat(stage.said()).containsExactly("Hi", "Look", "");
    }

    @Test
    void questionsAreAskedAloneOrForATool() {
        Question question = new Question.Freeform("why", "Why?", null, null);

        answer(reply -> reply.ask(List.of(question)));
        assertThat(newest(StructuredInput.class).questions()).containsExactly(question);
        assertThat(newest(StructuredInput.class).toolCall()).isNull();

        answer(reply -> reply.ask(new RequestedCall("call_1", "ask", "{}"), List.of(question)));
        ToolCall asking = (ToolCall) stage.items().get(stage.items().size() - 2);
        assertThat(newest(StructuredInput.class).toolCall()).isEqualTo(asking.id());
        assertThat(asking.outcome()).isNull();
    }

    @Test
    void titleStatusAndImageDomainsAreStoredAndTold() {
        List<RunEvent> told = answer(reply -> {
            reply.title("A\nbetter title");
            reply.imageDomains(List.of("images.example"));
            reply.status(new ThreadStatus.Locked("Enough."));
        });

        Conversation stored = stage.ports
                .unitOfWork()
                .read(() -> stage.ports.conversations().find(stage.conversation.id()))
                .orElseThrow();
        assertThat(stored.title()).isEqualTo(new Title("A better title"));
        assertThat(stored.imageDomains()).containsExactly("images.example");
        assertThat(stored.status()).isEqualTo(new ThreadStatus.Locked("Enough."));
        assertThat(told).hasSize(3).last().isEqualTo(new RunEvent.ThreadUpdated(stored));
    }

    @Test
    void hiddenContextIsKeptForTheNextTurns() {
        answer(reply -> reply.remember(new Json("[1]")));

        assertThat(newest(HiddenContext.class).content()).isEqualTo(new Json("[1]"));
    }

    @Test
    void anItemIsRemovedAndReplaced() {
        answer(reply -> reply.text("old"));
        AssistantMessage old = newest(AssistantMessage.class);
        AssistantMessage better =
                new AssistantMessage(old.id(), Item.DRAFT, List.of(new OutputText("new")), old.createdAt());

        List<RunEvent> replaced = answer(reply -> reply.replace(better));
        assertThat(stage.said()).containsExactly("Hi", "new", "Hi");
        assertThat(replaced).containsExactly(new RunEvent.ItemReplaced(better.at(old.sequence())));

        List<RunEvent> removed = answer(reply -> reply.remove(old.id()));
        assertThat(stage.said()).containsExactly("Hi", "Hi", "Hi");
        assertThat(removed).containsExactly(new RunEvent.ItemRemoved(old.id()));
        assertThat(stage.messageCount()).isEqualTo(3);
    }

    @Test
    void anItemIsChangedAsItIsThen() {
        answer(reply -> reply.widget(CARD));
        Widget shown = widget();

        List<RunEvent> told = answer(reply -> {
            reply.replace(shown.showing(ANOTHER_CARD));
            assertThat(reply.change(ItemChange.ofWidget(shown.id(), ReplyTest::inAList)))
                    .isTrue();
        });

        assertThat(widget().widget()).isEqualTo(inAList(ANOTHER_CARD));
        assertThat(told).last().isEqualTo(new RunEvent.ItemReplaced(widget()));
    }

    @Test
    void whatIsNotThereIsNotChanged() {
        List<RunEvent> told = answer(
                reply -> assertThat(reply.change(ItemChange.ofWidget(ItemId.ofMessage("unknown"), ReplyTest::inAList)))
                        .isFalse());

        assertThat(told).isEmpty();
    }

    @Test
    void aChangeKeepsAnItemsIdAndType() {
        answer(reply -> reply.widget(CARD));
        Widget shown = widget();
        List<Throwable> refused = new ArrayList<>();

        answer(reply -> {
            refused.add(catchThrowable(() -> reply.change(new ItemChange(
                    shown.id(),
                    before -> new Widget(ItemId.ofMessage("other"), Item.DRAFT, CARD, null, shown.createdAt())))));
            refused.add(catchThrowable(() -> reply.change(new ItemChange(
                    shown.id(),
                    before -> new AssistantMessage(shown.id(), Item.DRAFT, List.of(), shown.createdAt())))));
            refused.add(
                    catchThrowable(() -> reply.change(ItemChange.ofWidget(shown.id(), before -> new Json("no JSON")))));
        });

        assertThat(refused).hasSize(3).allMatch(IllegalArgumentException.class::isInstance);
        assertThat(widget()).isEqualTo(shown);
    }

    @Test
    void aChangeWhoseCommitWasNotHeardOfIsMadeOnce() {
        answer(reply -> reply.widget(CARD));
        ItemId widget = widget().id();

        List<RunEvent> told = answer(reply -> {
            stage.unitOfWork.loseNextAnswer();
            reply.change(ItemChange.ofWidget(widget, ReplyTest::inAList));
        });

        assertThat(widget().widget()).isEqualTo(inAList(CARD));
        assertThat(told).containsExactly(new RunEvent.ItemReplaced(widget()));
    }

    @Test
    void ofAnItemThatIsNotShownNoClientIsToldThatItIsGone() {
        answer(reply -> reply.callTool(new RequestedCall("call", "echo", "{}")));
        ToolCall call = newest(ToolCall.class);

        List<RunEvent> told = answer(reply -> reply.remove(call.id()));

        assertThat(told).containsExactly(new RunEvent.HiddenItemRemoved(call.id()));
        assertThat(stage.items()).doesNotContain(call);
    }

    @Test
    void anOpenItemCanBeTakenBack() {
        List<RunEvent> told = answer(reply -> {
            OpenMessage wrong = reply.message().text("wrong");
            reply.remove(wrong.id());
            wrong.done();
        });

        assertThat(told).last().isInstanceOf(RunEvent.ItemRemoved.class);
        assertThat(stage.said()).containsExactly("Hi");
    }

    @Test
    void whatIsNotThereIsNeitherRemovedNorReplaced() {
        ItemId unknown = ItemId.ofMessage("unknown");
        List<Throwable> refused = new ArrayList<>();

        List<RunEvent> told = answer(reply -> {
            refused.add(catchThrowable(() -> reply.remove(unknown)));
            refused.add(catchThrowable(
                    () -> reply.replace(new Widget(unknown, Item.DRAFT, CARD, null, stage.clock.instant()))));
            refused.add(catchThrowable(() -> reply.replace(stage.items().getFirst())));
        });

        assertThat(refused.subList(0, 2)).are(failure(ConversationError.ITEM_NOT_FOUND));
        assertThat(refused.getLast()).isInstanceOf(IllegalArgumentException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void theTurnIsEnded() {
        answer(Reply::endTurn);

        assertThat(stage.items()).last().isInstanceOf(EndOfTurn.class);
    }

    @Test
    void whatIsOpenAtTheEndIsDoneAsItIs() {
        answer(reply -> {
            reply.workflow(Workflow.Kind.REASONING, false).task(TASK);
            reply.streamWidget(null).show(CARD);
            reply.streamWidget(null);
            reply.message().text("open");
            reply.streamImage();
        });

        assertThat(stage.items())
                .extracting(item -> item.getClass().getSimpleName())
                .containsExactly("UserMessage", "WorkflowItem", "Widget", "AssistantMessage");
    }

    @Test
    void whiteSpaceIsNothingToKeepAtAFailure() {
        List<RunEvent> told = answer(reply -> {
            reply.text(" \n\u00a0");
            throw new IllegalArgumentException("broken before the first word");
        });

        assertThat(stage.said()).containsExactly("Hi");
        assertThat(told).hasAtLeastOneElementOfType(RunEvent.ItemRemoved.class);
    }

    @Test
    void ofWhatIsOpenAtAFailureMessagesWithWordsAreKept() {
        List<RunEvent> told = answer(reply -> {
            OpenWorkflow work = reply.workflow(Workflow.Kind.CUSTOM, false);
            OpenWidget widget = reply.streamWidget(null).show(CARD);
            reply.message().text("half a pair \ud83d");
            throw new IllegalArgumentException("broken with " + work.id() + " and " + widget.id());
        });

        assertThat(stage.said()).containsExactly("Hi", "half a pair \ufffd");
        assertThat(told).filteredOn(RunEvent.ItemRemoved.class::isInstance).hasSize(2);
        assertThat(told).last().isInstanceOf(RunEvent.Failed.class);
    }

    @Test
    void whatIsNoJsonOrTooLongIsRefused() {
        List<Throwable> refused = new ArrayList<>();
        Json tooLong = new Json("{" + " ".repeat(256 * 1024) + "}");

        answer(reply -> {
            for (Json bad : List.of(new Json("no JSON"), tooLong)) {
                for (Runnable attempt : List.<Runnable>of(
                        () -> reply.widget(bad),
                        () -> reply.streamWidget(null).show(bad),
                        () -> reply.effect("x", bad),
                        () -> reply.remember(bad),
                        () -> reply.callClientTool(new RequestedCall("call_1", "paint", bad.text())))) {
                    refused.add(catchThrowable(attempt::run));
                }
            }
        });

        assertThat(refused).hasSize(10).allMatch(IllegalArgumentException.class::isInstance);
        assertThat(stage.items()).hasSize(1);
    }

    @Test
    void textThatCannotBeStoredIsMadeStorable() {
        answer(reply -> {
            reply.widget(new Json("{\"a\": \"\ud83d\"}"), "\0");
            reply.title("half \ud83d");
            reply.task(new WorkflowTask.Thought(WorkflowTask.StatusIndicator.NONE, "\0", "\ud83d"));
        });

        assertThat(((Widget) stage.items().get(1)).widget().text()).isEqualTo("{\"a\": \"\ufffd\"}");
        assertThat(((Widget) stage.items().get(1)).copyText()).isEqualTo("\ufffd");
        assertThat(newest(TaskItem.class).task())
                .isEqualTo(new WorkflowTask.Thought(WorkflowTask.StatusIndicator.NONE, "\ufffd", "\ufffd"));
    }

    @Test
    void anAnswerThatShowsWithoutEndIsCutOff() {
        answer(reply -> {
            Json large = new Json("{\"a\": \"" + "x".repeat(200_000) + "\"}");
            while (true) {
                reply.widget(large);
            }
        });

        assertThat(stage.errorReporter.failures())
                .singleElement()
                .extracting(Throwable::getCause)
                .isInstanceOf(AnswerTooLong.class);
        assertThat(stage.items()).hasSizeBetween(50, 100);
    }

    @Test
    void whatTheCommitOfAnItemWasNotHeardOfIsNotMadeTwice() {
        List<RunEvent> told = answer(reply -> {
            stage.unitOfWork.loseNextAnswer();
            ItemId widget = reply.widget(CARD);
            stage.unitOfWork.loseNextAnswer();
            reply.replace(new Widget(widget, Item.DRAFT, ANOTHER_CARD, null, stage.clock.instant()));
            stage.unitOfWork.loseNextAnswer();
            reply.remove(widget);
        });

        assertThat(told)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ItemDone", "ItemReplaced", "ItemRemoved");
        assertThat(stage.items()).hasSize(1);
        assertThat(stage.errorReporter.failures()).isEmpty();
    }

    /** What was told behind the opening. */
    private List<RunEvent> answer(Answer answer) {
        stage.assistant.set((turn, reply) -> answer.by(reply));
        List<RunEvent> told = stage.awaitEnd(stage.say("Hi"));
        return told.stream()
                .skip(2)
                .filter(event -> !(event instanceof RunEvent.ThreadUpdated updated
                        && updated.conversation().title().equals(new Title("Hi"))))
                .toList();
    }

    private <T extends Item> T newest(Class<T> type) {
        return type.cast(stage.items().getLast());
    }

    private Widget widget() {
        return stage.items().stream()
                .filter(Widget.class::isInstance)
                .map(Widget.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Json inAList(Json child) {
        return new Json("{\"type\": \"ListView\", \"children\": [" + child.text() + "]}");
    }

    private static List<ItemUpdate> updates(List<RunEvent> told) {
        return told.stream()
                .filter(RunEvent.ItemUpdated.class::isInstance)
                .map(event -> ((RunEvent.ItemUpdated) event).update())
                .toList();
    }

    @FunctionalInterface
    private interface Answer {

        void by(Reply reply);
    }
}
