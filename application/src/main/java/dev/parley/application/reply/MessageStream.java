package dev.parley.application.reply;

import dev.parley.application.assistant.OpenMessage;
import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.AssistantMessage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.OutputText;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A message while it is said: pieces of text that may cut a surrogate pair in two. It begins with its first word. */
final class MessageStream implements OpenMessage, OpenItem {

    private final ReplyOutput replyOutput;
    private final ItemId id;
    private final Instant createdAt;
    private final MessageAccumulator draft;
    private String held = "";
    private boolean isDone;

    MessageStream(ReplyOutput replyOutput) {
        this.replyOutput = replyOutput;
        this.id = replyOutput.newId(ItemId.Prefix.MESSAGE);
        this.createdAt = replyOutput.now();
        this.draft = new MessageAccumulator(id, createdAt);
    }

    @Override
    public ItemId id() {
        return id;
    }

    @Override
    public MessageStream text(String delta) {
        checkOpen();
        if (!delta.isEmpty()) {
            replyOutput.countText(delta);
            begin();
            String piece = held + delta;
            boolean isCut = Character.isHighSurrogate(piece.charAt(piece.length() - 1));
            held = isCut ? piece.substring(piece.length() - 1) : "";
            emit(delta(isCut ? piece.substring(0, piece.length() - 1) : piece));
        }
        return this;
    }

    @Override
    public MessageStream annotate(Annotation annotation) {
        checkOpen();
        begin();
        Annotation storable = Storable.annotation(annotation);
        int part = newest();
        int index = draft.part(part).annotations().size();
        update(new ItemUpdate.AnnotationAdded(part, index, storable));
        return this;
    }

    @Override
    public MessageStream part() {
        checkOpen();
        begin();
        emitRest();
        update(new ItemUpdate.PartDone(newest(), draft.part(newest())));
        update(new ItemUpdate.PartAdded(draft.parts(), new OutputText("")));
        return this;
    }

    @Override
    public void done() {
        if (isDone) {
            return;
        }
        isDone = true;
        emitRest();
        if (!draft.isEmpty()) {
            OutputText last = draft.part(newest());
            replyOutput.commit(
                    List.of(draft.message()),
                    List.of(new RunEvent.ItemUpdated(id, new ItemUpdate.PartDone(newest(), last))));
        } else if (replyOutput.isOpen(id)) {
            replyOutput.takeBack(id);
        }
    }

    @Override
    public AssistantMessage cutShort(Consumer<RunEvent> events) {
        isDone = true;
        ItemUpdate.TextDelta rest = rest();
        if (!rest.delta().isEmpty()) {
            draft.take(rest);
            events.accept(new RunEvent.ItemUpdated(id, rest));
        }
        return draft.message();
    }

    private void begin() {
        if (!replyOutput.isOpen(id)) {
            replyOutput.begin(new AssistantMessage(id, Item.DRAFT, List.of(), createdAt), this);
            update(new ItemUpdate.PartAdded(0, new OutputText("")));
        }
    }

    private void emitRest() {
        emit(rest());
    }

    /** What was held back and will not be made whole. */
    private ItemUpdate.TextDelta rest() {
        String rest = held;
        held = "";
        return delta(rest);
    }

    private ItemUpdate.TextDelta delta(String piece) {
        return new ItemUpdate.TextDelta(newest(), Text.madeStorable(piece));
    }

    private void emit(ItemUpdate.TextDelta delta) {
        if (!delta.delta().isEmpty()) {
            draft.take(delta);
            replyOutput.emitText(id, delta);
        }
    }

    private void update(ItemUpdate update) {
        draft.take(update);
        replyOutput.update(id, update);
    }

    private int newest() {
        return draft.parts() - 1;
    }

    private void checkOpen() {
        replyOutput.check();
        if (isDone) {
            throw new IllegalStateException("the message " + id + " is done");
        }
    }
}
