package dev.parley.application.reply;

import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.shared.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an assistant changes of the thread itself. */
final class ReplyThread {

    private final Telling telling;

    ReplyThread(Telling telling) {
        this.telling = telling;
    }

    void title(String text) {
        telling.check();
        String storable = Text.madeStorable(text);
        if (Text.isBlank(storable)) {
            throw new IllegalArgumentException("a title must not be blank");
        }
        Title title = Title.fromMessage(storable);
        telling.update(conversation -> conversation.renamed(title, telling.now()));
    }

    void status(ThreadStatus status) {
        telling.check();
        ThreadStatus storable = Storable.status(status);
        telling.update(conversation -> conversation.withStatus(storable, telling.now()));
    }

    void imageDomains(@Nullable List<String> domains) {
        telling.check();
        List<String> storable = domains == null ? null : Storable.texts(domains);
        telling.update(conversation -> conversation.withImageDomains(storable, telling.now()));
    }
}
