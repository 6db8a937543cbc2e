package dev.parley.application.reply;

import dev.parley.application.assistant.OpenWidget;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Widget;
import dev.parley.domain.shared.Json;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A widget while it changes. */
final class WidgetStream implements OpenWidget, OpenItem {

    private final ReplyOutput replyOutput;
    private final JsonTrees trees;
    private final CheckedJson json;
    private final ItemId id;
    private final Instant createdAt;
    private final @Nullable String copyText;
    private Json state = Json.EMPTY_OBJECT;
    private boolean isDone;

    WidgetStream(ReplyOutput replyOutput, JsonTrees trees, @Nullable String copyText) {
        this.replyOutput = replyOutput;
        this.trees = trees;
        this.json = new CheckedJson(trees);
        this.id = replyOutput.newId(ItemId.Prefix.MESSAGE);
        this.createdAt = replyOutput.now();
        this.copyText = copyText;
    }

    @Override
    public ItemId id() {
        return id;
    }

    @Override
    public WidgetStream show(Json next) {
        replyOutput.check();
        if (isDone) {
            throw new IllegalStateException("the widget " + id + " is done");
        }
        Json after = json.object("the widget", next);
        Json before = state;
        state = after;
        if (replyOutput.isOpen(id)) {
            trees.changes(before, after).forEach(change -> replyOutput.update(id, change));
        } else {
            replyOutput.begin(item(), this);
        }
        return this;
    }

    @Override
    public void done() {
        if (!isDone && replyOutput.isOpen(id)) {
            replyOutput.commit(item());
        }
        isDone = true;
    }

    @Override
    public Widget cutShort(Consumer<RunEvent> events) {
        isDone = true;
        return item();
    }

    private Widget item() {
        return new Widget(id, Item.DRAFT, state, copyText, createdAt);
    }
}
