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
final class ShownWidget implements OpenWidget, OpenItem {

    private final Telling telling;
    private final JsonTrees trees;
    private final CheckedJson json;
    private final ItemId id;
    private final Instant createdAt;
    private final @Nullable String copyText;
    private Json state = Json.EMPTY_OBJECT;
    private boolean isDone;

    ShownWidget(Telling telling, JsonTrees trees, @Nullable String copyText) {
        this.telling = telling;
        this.trees = trees;
        this.json = new CheckedJson(trees);
        this.id = telling.newId(ItemId.Prefix.MESSAGE);
        this.createdAt = telling.now();
        this.copyText = copyText;
    }

    @Override
    public ItemId id() {
        return id;
    }

    @Override
    public ShownWidget show(Json next) {
        telling.check();
        if (isDone) {
            throw new IllegalStateException("the widget " + id + " is done");
        }
        Json after = json.object("the widget", next);
        Json before = state;
        state = after;
        if (telling.isOpen(id)) {
            trees.changes(before, after).forEach(change -> telling.update(id, change));
        } else {
            telling.begin(item(), this);
        }
        return this;
    }

    @Override
    public void done() {
        if (!isDone && telling.isOpen(id)) {
            telling.commit(item());
        }
        isDone = true;
    }

    @Override
    public Widget cutShort(Consumer<RunEvent> told) {
        isDone = true;
        return item();
    }

    private Widget item() {
        return new Widget(id, Item.DRAFT, state, copyText, createdAt);
    }
}
