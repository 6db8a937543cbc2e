package dev.parley.application.reply;

import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.shared.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an assistant changes of the thread itself. */
final class ReplyThread {

    private final ReplyOutput replyOutput;

    ReplyThread(ReplyOutput replyOutput) {
        this.replyOutput = replyOutput;
    }

    void title(String text) {
        replyOutput.check();
        Title title = Title.fromMessage(Text.madeStorable(text))
                .orElseThrow(() -> new IllegalArgumentException("a title must not be blank"));
        replyOutput.update(conversation -> conversation.renamed(title, replyOutput.now()));
    }

    void status(ThreadStatus status) {
        replyOutput.check();
        ThreadStatus storable = Storable.status(status);
        replyOutput.update(conversation -> conversation.withStatus(storable, replyOutput.now()));
    }

    void imageDomains(@Nullable List<String> domains) {
        replyOutput.check();
        List<String> storable = domains == null ? null : Storable.texts(domains);
        replyOutput.update(conversation -> conversation.withImageDomains(storable, replyOutput.now()));
    }
}
