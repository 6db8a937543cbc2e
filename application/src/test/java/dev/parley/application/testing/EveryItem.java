package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;

import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.ClientToolCall;
import dev.parley.domain.item.EndOfTurn;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.HiddenContext;
import dev.parley.domain.item.InferenceOptions;
import dev.parley.domain.item.InputTag;
import dev.parley.domain.item.InputText;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.ItemId.Prefix;
import dev.parley.domain.item.MessageAttachment;
import dev.parley.domain.item.Note;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Source;
import dev.parley.domain.item.StructuredInput;
import dev.parley.domain.item.TaskItem;
import dev.parley.domain.item.ToolCall;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.item.Widget;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowItem;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.item.WorkflowTask.StatusIndicator;
import dev.parley.domain.shared.Json;
import java.util.List;
import java.util.stream.Stream;

/** Items of every type, with all that they may have and with as little as they need. Their ids count from 1. */
public final class EveryItem {

    /** JSON that any reading and writing again would change. */
    public static final Json ODD_JSON =
            new Json("{ \"z\":1.0,\"a\" : [1E2, -0,null ], \"z\":\"\\u00e9 \\/ \\u0000 é\",\n\t\"b\":{}}");

    /** Every kind of source. */
    public static final List<Source> SOURCES = List.of(
            new Source.Url(
                    new Source.Details("Ships", "About ships", "2026-01-02", "sea"),
                    "https://ships.example",
                    "Ships Inc."),
            new Source.Url(Source.Details.titled("Bare"), "https://bare.example", null),
            new Source.File(new Source.Details("Log", null, null, "sea"), "log.txt"),
            new Source.Entity(Source.Details.titled("Argo"), "ship-1", "boat", "The Argo", "Argo", true, ODD_JSON),
            new Source.Entity(Source.Details.titled("Raft"), "ship-2", null, null, null, false, Json.EMPTY_OBJECT));

    /** Every kind of step. */
    public static final List<WorkflowTask> TASKS = List.of(
            new WorkflowTask.Custom(StatusIndicator.LOADING, "Looking", "search", "into it"),
            new WorkflowTask.Custom(StatusIndicator.NONE, null, null, null),
            new WorkflowTask.WebSearch(
                    StatusIndicator.COMPLETE, "Searching", "ships", List.of("ships", "boats"), List.of((Source.Url)
                            SOURCES.get(0))),
            new WorkflowTask.WebSearch(StatusIndicator.NONE, null, null, List.of(), List.of()),
            new WorkflowTask.Thought(StatusIndicator.COMPLETE, "Thinking", "It floats."),
            new WorkflowTask.Thought(StatusIndicator.NONE, null, ""),
            new WorkflowTask.Files(StatusIndicator.NONE, "Reading", List.of((Source.File) SOURCES.get(2))),
            new WorkflowTask.Image(StatusIndicator.LOADING, "Painting"));

    private static final List<Item> ITEMS = List.of(
            new UserMessage(
                    id(1),
                    1,
                    List.of(
                            new InputText("What of "),
                            new InputTag("ship-1", "@Argo", ODD_JSON, "ships", true),
                            new InputTag("ship-2", "@Raft", Json.EMPTY_OBJECT, null, false)),
                    List.of(
                            new MessageAttachment("atc_1", "argo.png", "image/png", true),
                            new MessageAttachment("atc_2", "log.txt", "text/plain", false)),
                    "she floats",
                    new InferenceOptions("small", "search"),
                    NOW),
            new UserMessage(id(2), 2, List.of(new InputText("hello")), List.of(), null, InferenceOptions.DEFAULT, NOW),
            new AssistantMessage(
                    id(3),
                    3,
                    List.of(
                            new OutputText(
                                    "She does.",
                                    SOURCES.stream()
                                            .map(source -> new Annotation(source, 3))
                                            .toList()),
                            new OutputText("Indeed.", List.of(new Annotation(SOURCES.getFirst(), null)))),
                    NOW),
            new AssistantMessage(id(4), 4, List.of(), NOW),
            new ToolCall(
                    ItemId.Prefix.TOOL_CALL.id("5"),
                    5,
                    "call_1",
                    "find",
                    "{ \"a\": 1}",
                    new ToolCall.Outcome("broken", true),
                    NOW),
            new ToolCall(ItemId.Prefix.TOOL_CALL.id("6"), 6, "call_2", "find", "not JSON", null, NOW),
            new ClientToolCall(ItemId.Prefix.TOOL_CALL.id("7"), 7, "call_3", "paint", ODD_JSON, null, NOW),
            new ClientToolCall(
                    ItemId.Prefix.TOOL_CALL.id("8"), 8, "call_4", "paint", Json.EMPTY_OBJECT, Json.NULL, NOW),
            new Widget(id(9), 9, ODD_JSON, "a card", NOW),
            new Widget(id(10), 10, Json.EMPTY_OBJECT, null, NOW),
            new GeneratedImage(id(11), 11, new GeneratedImage.Image("img_1", "https://images.example/1"), NOW),
            new GeneratedImage(id(12), 12, null, NOW),
            new StructuredInput(
                    id(13),
                    13,
                    StructuredInput.Status.ANSWERED,
                    List.of(
                            new Question.MultipleChoice(
                                    "q1",
                                    "Which?",
                                    List.of("Argo", "Raft"),
                                    true,
                                    new Question.Answer(List.of("Argo"), false)),
                            new Question.Freeform("q2", "Why?", "In short", Question.Answer.SKIPPED)),
                    ItemId.Prefix.TOOL_CALL.id("5"),
                    NOW),
            new StructuredInput(
                    id(14),
                    14,
                    StructuredInput.Status.PENDING,
                    List.of(
                            new Question.MultipleChoice("q1", "Which?", List.of(), false, null),
                            new Question.Freeform("q2", "Why?", null, null)),
                    null,
                    NOW),
            new StructuredInput(id(15), 15, StructuredInput.Status.SKIPPED, List.of(), null, NOW),
            new WorkflowItem(
                    Prefix.WORKFLOW.id("16"),
                    16,
                    new Workflow(Workflow.Kind.CUSTOM, TASKS, new Workflow.Titled("Done", "check"), true),
                    NOW),
            new WorkflowItem(
                    Prefix.WORKFLOW.id("17"),
                    17,
                    new Workflow(Workflow.Kind.REASONING, List.of(), new Workflow.Lasted(7), false),
                    NOW),
            new WorkflowItem(
                    Prefix.WORKFLOW.id("18"),
                    18,
                    new Workflow(Workflow.Kind.CUSTOM, List.of(), new Workflow.Titled("Done", null), false),
                    NOW),
            new WorkflowItem(
                    Prefix.WORKFLOW.id("19"), 19, new Workflow(Workflow.Kind.CUSTOM, List.of(), null, false), NOW),
            new EndOfTurn(id(20), 20, NOW),
            new HiddenContext(Prefix.HIDDEN.id("21"), 21, ODD_JSON, NOW),
            new Note(Prefix.HIDDEN.id("22"), 22, "The user stopped the answer.", NOW));

    private EveryItem() {}

    /** The items, in the order of their sequences. */
    public static List<Item> items() {
        int next = ITEMS.size() + 1;
        Stream<Item> steps = TASKS.stream()
                .map(task -> new TaskItem(
                        Prefix.TASK.id(Integer.toString(next + TASKS.indexOf(task))),
                        next + TASKS.indexOf(task),
                        task,
                        NOW));
        return Stream.concat(ITEMS.stream(), steps).toList();
    }

    private static ItemId id(int number) {
        return ItemId.ofMessage(Integer.toString(number));
    }
}
