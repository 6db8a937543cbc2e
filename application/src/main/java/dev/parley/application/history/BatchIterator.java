package dev.parley.application.history;

import dev.parley.domain.history.ItemBatch;
import dev.parley.domain.history.ItemRange;
import dev.parley.domain.item.Item;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The items of a range, read batch by batch; one that was read is forgotten before the next one is. */
final class BatchIterator implements Iterator<Item> {

    private final Function<ItemRange, ItemBatch> read;
    private ItemRange rest;
    private Iterator<Item> batch = List.<Item>of().iterator();
    private boolean hasMore = true;

    BatchIterator(Function<ItemRange, ItemBatch> read, ItemRange range) {
        this.read = read;
        this.rest = range;
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext() && hasMore) {
            batch = List.<Item>of().iterator();
            ItemBatch next = read.apply(rest);
            hasMore = next.hasMore();
            batch = next.items().iterator();
        }
        return batch.hasNext();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Item item = batch.next();
        rest = rest.after(item.sequence());
        return item;
    }
}
