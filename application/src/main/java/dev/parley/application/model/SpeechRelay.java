package dev.parley.application.model;

import dev.parley.application.assistant.Reply;
import dev.parley.domain.item.Annotation;
import org.jspecify.annotations.Nullable;

/** Passes on what a model says in one turn, and remembers it for the next. What it thinks is shown at most, and forgotten. */
final class SpeechRelay implements ChatModel.Speech {

    private final Reply reply;
    private final @Nullable Thinking thinking;
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins to listen.
     *
     * @param thinking where thoughts are shown; null where they are not
     */
    SpeechRelay(Reply reply, @Nullable Thinking thinking) {
        this.reply = reply;
        this.thinking = thinking;
    }

    @Override
    public void thought(String delta) {
        if (thinking != null) {
            thinking.think(delta);
        }
    }

    @Override
    public void text(String delta) {
        end();
        text.append(delta);
        reply.text(delta);
    }

    @Override
    public void source(Annotation annotation) {
        reply.annotate(annotation);
    }

    /** The model thinks no more. */
    void end() {
        if (thinking != null) {
            thinking.end();
        }
    }

    /** Says something of our own, apart from what the model has said. */
    void add(String paragraph) {
        reply.text(text.isEmpty() ? paragraph : "\n\n" + paragraph);
    }

    String text() {
        return text.toString();
    }
}
