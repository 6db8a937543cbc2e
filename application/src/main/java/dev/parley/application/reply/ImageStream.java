package dev.parley.application.reply;

import dev.parley.application.assistant.OpenImage;
import dev.parley.application.event.ItemUpdate;
import dev.parley.application.event.RunEvent;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An image while it is made. */
final class ImageStream implements OpenImage, OpenItem {

    private final ReplyOutput replyOutput;
    private final ItemId id;
    private final Instant createdAt;
    private GeneratedImage.@Nullable Image image;
    private boolean isDone;

    ImageStream(ReplyOutput replyOutput) {
        this.replyOutput = replyOutput;
        this.id = replyOutput.newId(ItemId.Prefix.MESSAGE);
        this.createdAt = replyOutput.now();
        replyOutput.begin(item(), this);
    }

    @Override
    public ItemId id() {
        return id;
    }

    @Override
    public ImageStream show(GeneratedImage.Image next, @Nullable Double progress) {
        replyOutput.check();
        if (isDone) {
            throw new IllegalStateException("the image " + id + " is done");
        }
        if (progress != null && !(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException("progress must be from 0 to 1, not " + progress);
        }
        GeneratedImage.Image storable = Storable.image(next);
        image = storable;
        replyOutput.update(id, new ItemUpdate.ImageUpdated(storable, progress));
        return this;
    }

    @Override
    public void done() {
        if (isDone) {
            return;
        }
        isDone = true;
        if (image == null) {
            replyOutput.takeBack(id);
        } else {
            replyOutput.commit(item());
        }
    }

    @Override
    public GeneratedImage cutShort(Consumer<RunEvent> events) {
        isDone = true;
        return item();
    }

    private GeneratedImage item() {
        return new GeneratedImage(id, Item.DRAFT, image, createdAt);
    }
}
