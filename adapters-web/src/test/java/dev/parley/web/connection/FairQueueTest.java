package dev.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FairQueueTest {

    private final FairQueue<String, String> queue = new FairQueue<>();

    @Test
    void sendersAreServedInTurnAndEachInItsOrder() throws InterruptedException {
        queue.add("a", "a1");
        queue.add("a", "a2");
        queue.add("a", "a3");
        queue.add("b", "b1");
        queue.add("c", "c1");
        queue.add("b", "b2");

        assertThat(takeAll()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aSenderThatComesAgainHasItsTurnBehindTheOthers() throws InterruptedException {
        queue.add("a", "a1");
        queue.add("b", "b1");
        queue.add("b", "b2");
        queue.take();
        queue.add("a", "a2");

        assertThat(takeAll()).containsExactly("b1", "a2", "b2");
    }

    @Test
    void whatIsGivenUpIsTheFirstOfThoseWhoHavePutTheMost() throws InterruptedException {
        queue.add("a", "a1");
        queue.add("a", "a2");
        queue.add("a", "a3");
        queue.add("b", "b1");
        queue.add("b", "b2");
        queue.add("c", "c1");

        assertThat(queue.removeFromLongest(1)).containsExactly("a1");
        assertThat(queue.removeFromLongest(9)).containsExactlyInAnyOrder("a2", "b1");
        assertThat(takeAll()).containsExactly("a3", "b2", "c1");
    }

    @Test
    void whoTakesFromAnEmptyQueueWaits() {
        CompletableFuture<String> taken = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                taken.complete(queue.take());
            } catch (InterruptedException e) {
                taken.completeExceptionally(e);
            }
        });

        queue.add("a", "a1");

        assertThat(taken.join()).isEqualTo("a1");
    }

    private List<String> takeAll() throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (queue.size() > 0) {
            all.add(queue.take());
        }
        return all;
    }
}
