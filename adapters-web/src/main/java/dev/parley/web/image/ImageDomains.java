package dev.parley.web.image;

import dev.parley.domain.conversation.Conversation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where clients may load the images of a thread's answers. A text that a model reads may make it write an image whose
 * address carries the conversation to a stranger, and the client that shows it has sent it there.
 */
@FunctionalInterface
public interface ImageDomains {

    /** Stands for any domain. */
    String ANY = "*";

    /**
     * The domains of a thread.
     *
     * @return null for any
     */
    @Nullable List<String> of(Conversation conversation);
}
