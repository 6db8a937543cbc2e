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
    void aSenderWhoWasNotServedForEightRoundsHasTheNextEight() throws InterruptedException {
        queue.add("a", "a");
        queue.add("b", "b");
        for (int taken = 0; taken < 40; taken++) {
            String element = queue.take();
            queue.add(element, element);
        }
        for (int i = 1; i <= 10; i++) {
            queue.add("c", "c" + i);
        }

        List<String> all = takeAll();

        assertThat(all).startsWith("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8");
        assertThat(all.getLast()).isEqualTo("c10");
    }

    @Test
    void aSenderIsNotPreferredByPuttingOneAtATime() throws InterruptedException {
        queue.add("a", "a1");
        queue.add("b", "b1");
        queue.add("b", "b2");
        queue.add("c", "c1");
        queue.add("c", "c2");
        queue.take();
        queue.add("a", "a2");
        queue.take();
        queue.take();
        queue.take();
        queue.add("a", "a3");

        assertThat(takeAll()).containsExactly("b2", "c2", "a3");
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
