package dev.parley.application.reply;

import dev.parley.application.tool.RequestedCall;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Source;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.shared.Json;
import dev.parley.domain.shared.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What assistants show, with its text made storable. */
final class Storable {

    private static final int MAXIMUM_NAME = 256;

    private Storable() {}

    static @Nullable String text(@Nullable String text) {
        return text == null ? null : Text.madeStorable(text);
    }

    static List<String> texts(List<String> texts) {
        return texts.stream().map(Text::madeStorable).toList();
    }

    static Json json(Json json) {
        return new Json(Text.madeStorable(json.text()));
    }

    static RequestedCall call(RequestedCall call) {
        return new RequestedCall(
                Text.cut(Text.madeStorable(call.callId()), MAXIMUM_NAME),
                Text.cut(Text.madeStorable(call.name()), MAXIMUM_NAME),
                Text.cut(Text.madeStorable(call.arguments()), ReplyOutput.MAXIMUM_LENGTH));
    }

    static GeneratedImage.Image image(GeneratedImage.Image image) {
        return new GeneratedImage.Image(Text.madeStorable(image.id()), Text.madeStorable(image.url()));
    }

    static Annotation annotation(Annotation annotation) {
        return new Annotation(source(annotation.source()), annotation.index());
    }

    static ThreadStatus status(ThreadStatus status) {
        return switch (status) {
            case ThreadStatus.Active active -> active;
            case ThreadStatus.Locked locked -> new ThreadStatus.Locked(text(locked.reason()));
            case ThreadStatus.Closed closed -> new ThreadStatus.Closed(text(closed.reason()));
        };
    }

    static Workflow.Summary summary(Workflow.Summary summary) {
        return switch (summary) {
            case Workflow.Titled titled -> new Workflow.Titled(Text.madeStorable(titled.title()), text(titled.icon()));
            case Workflow.Lasted lasted -> lasted;
        };
    }

    static WorkflowTask task(WorkflowTask task) {
        return switch (task) {
            case WorkflowTask.Custom custom ->
                new WorkflowTask.Custom(
                        custom.status(), text(custom.title()), text(custom.icon()), text(custom.content()));
            case WorkflowTask.WebSearch search ->
                new WorkflowTask.WebSearch(
                        search.status(),
                        text(search.title()),
                        text(search.titleQuery()),
                        texts(search.queries()),
                        search.sources().stream().map(Storable::url).toList());
            case WorkflowTask.Thought thought ->
                new WorkflowTask.Thought(thought.status(), text(thought.title()), Text.madeStorable(thought.content()));
            case WorkflowTask.Files files ->
                new WorkflowTask.Files(
                        files.status(),
                        text(files.title()),
                        files.sources().stream().map(Storable::file).toList());
            case WorkflowTask.Image image -> new WorkflowTask.Image(image.status(), text(image.title()));
        };
    }

    static Question question(Question question) {
        return switch (question) {
            case Question.MultipleChoice choice ->
                new Question.MultipleChoice(
                        Text.madeStorable(choice.id()),
                        Text.madeStorable(choice.question()),
                        texts(choice.options()),
                        choice.multiple(),
                        null);
            case Question.Freeform freeform ->
                new Question.Freeform(
                        Text.madeStorable(freeform.id()),
                        Text.madeStorable(freeform.question()),
                        text(freeform.description()),
                        null);
        };
    }

    private static Source source(Source source) {
        return switch (source) {
            case Source.Url url -> url(url);
            case Source.File file -> file(file);
            case Source.Entity entity ->
                new Source.Entity(
                        details(entity.details()),
                        Text.madeStorable(entity.id()),
                        text(entity.icon()),
                        text(entity.label()),
                        text(entity.inlineLabel()),
                        entity.interactive(),
                        json(entity.data()));
        };
    }

    private static Source.Url url(Source.Url url) {
        return new Source.Url(details(url.details()), Text.madeStorable(url.url()), text(url.attribution()));
    }

    private static Source.File file(Source.File file) {
        return new Source.File(details(file.details()), Text.madeStorable(file.filename()));
    }

    private static Source.Details details(Source.Details details) {
        return new Source.Details(
                Text.madeStorable(details.title()),
                text(details.description()),
                text(details.timestamp()),
                text(details.group()));
    }
}
