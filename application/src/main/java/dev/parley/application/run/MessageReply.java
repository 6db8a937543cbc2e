package dev.parley.application.run;

import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns what an assistant says into one message, and tells the stream while it is said. */
final class MessageReply implements Reply {

    private static final int MAXIMUM_LENGTH = 256 * 1024;

    private final RunLedger ledger;
    private final RunStream stream;
    private final StringBuilder text = new StringBuilder();
    private Instant createdAt = Instant.EPOCH;
    private @Nullable ItemId id;

    MessageReply(RunLedger ledger, RunStream stream) {
        this.ledger = ledger;
        this.stream = stream;
    }

    @Override
    public void text(String delta) {
        if (Thread.currentThread().isInterrupted()) {
            throw new RunStopped();
        }
        if (delta.isEmpty()) {
            return;
        }
        if (text.length() + delta.length() > MAXIMUM_LENGTH) {
            throw new AnswerTooLong(MAXIMUM_LENGTH);
        }
        String storable = Text.storable("answer", delta);
        ItemId message = id == null ? begin() : id;
        text.append(storable);
        stream.publish(new RunEvent.TextDelta(message, 0, storable));
    }

    /** The message's id; null while nothing has been said. */
    @Nullable ItemId id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    String text() {
        return text.toString();
    }

    private ItemId begin() {
        ItemId message = ledger.newMessageId();
        id = message;
        createdAt = ledger.now();
        stream.publish(new RunEvent.MessageAdded(message, createdAt));
        stream.publish(new RunEvent.ContentPartAdded(message, 0));
        return message;
    }
}
