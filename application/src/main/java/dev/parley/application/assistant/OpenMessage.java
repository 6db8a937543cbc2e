package dev.parley.application.assistant;

import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.ItemId;

/** A message that is being said; see {@link Reply} for what its methods throw. */
public interface OpenMessage {

    /** The message's id. */
    ItemId id();

    /**
     * Says more, in the newest part.
     *
     * @return this
     */
    OpenMessage text(String delta);

    /**
     * Tells where something in the newest part comes from.
     *
     * @return this
     */
    OpenMessage annotate(Annotation annotation);

    /**
     * Ends the newest part and begins another.
     *
     * @return this
     */
    OpenMessage part();

    /** Ends and commits the message; one without text is taken back. Done a second time, it does nothing. */
    void done();
}
