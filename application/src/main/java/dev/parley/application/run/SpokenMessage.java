package dev.parley.application.run;

import dev.parley.domain.conversation.ItemId;
import dev.parley.domain.shared.Text;
import java.time.Instant;

/** A message while it is said: pieces of text that may cut a surrogate pair in two. */
final class SpokenMessage {

    private final ItemId id;
    private final Instant createdAt;
    private final StringBuilder text = new StringBuilder();
    private String held = "";

    SpokenMessage(ItemId id, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
    }

    ItemId id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    String text() {
        return text.toString();
    }

    /** Adds a piece; returns what of it can be shown now, which the first half of a pair cannot. */
    String add(String delta) {
        String piece = held + delta;
        boolean isCut = !piece.isEmpty() && Character.isHighSurrogate(piece.charAt(piece.length() - 1));
        held = isCut ? piece.substring(piece.length() - 1) : "";
        return append(isCut ? piece.substring(0, piece.length() - 1) : piece);
    }

    /** Ends the message; returns what was held back and is not whole. */
    String end() {
        String rest = held;
        held = "";
        return append(rest);
    }

    private String append(String piece) {
        String storable = Text.madeStorable(piece);
        text.append(storable);
        return storable;
    }
}
