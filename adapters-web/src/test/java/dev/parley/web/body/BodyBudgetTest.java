package dev.parley.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.web.error.HttpErrorException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private final BodyBudget budget = new BodyBudget(1000);

    @Test
    void bytesAreTakenAsTheyArriveAndGivenBackAtTheEnd() {
        try (BodyBudget.Share share = budget.share("ada")) {
            share.add(100);
            share.add(50);
            assertThat(budget.taken()).isEqualTo(150);
        }

        assertThat(budget.taken()).isZero();
        assertThat(budget.taken("ada")).isZero();
    }

    @Test
    void nobodyHasMoreThanAQuarter() {
        BodyBudget.Share first = budget.share("ada");
        first.add(200);

        assertRefused(budget.share("ada"), 51);
        assertThat(budget.taken()).isEqualTo(200);

        budget.share("ada").add(50);
        budget.share("bob").add(250);
        assertThat(budget.taken()).isEqualTo(500);
    }

    @Test
    void whereNoneIsLeftWhoSendsIsRefusedAndNobodyElse() {
        List.of("ada", "bob", "cyd", "dan")
                .forEach(sender -> budget.share(sender).add(250));

        assertRefused(budget.share("eve"), 1);

        assertThat(budget.taken()).isEqualTo(1000);
        assertThat(budget.taken("eve")).isZero();
    }

    @Test
    void whatIsGivenBackCanBeTakenByOthers() {
        BodyBudget.Share ofAda = budget.share("ada");
        ofAda.add(250);
        List.of("bob", "cyd", "dan").forEach(sender -> budget.share(sender).add(250));

        ofAda.close();
        budget.share("eve").add(250);

        assertThat(budget.taken()).isEqualTo(1000);
    }

    @Test
    void manyAtOnceNeverHaveMoreThanThereIs() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> senders = IntStream.range(0, 100)
                    .mapToObj(number -> (Callable<Integer>) () -> takeAll(budget.share(number % 10)))
                    .toList();
            int sum = 0;
            for (Future<Integer> taken : threads.invokeAll(senders)) {
                sum += taken.get();
            }
            assertThat(sum).isEqualTo(1000);
            assertThat(budget.taken()).isEqualTo(1000);
        }
    }

    private static int takeAll(BodyBudget.Share share) {
        int taken = 0;
        try {
            while (true) {
                share.add(1);
                taken++;
            }
        } catch (HttpErrorException full) {
            return taken;
        }
    }

    private static void assertRefused(BodyBudget.Share share, int bytes) {
        assertThatExceptionOfType(HttpErrorException.class)
                .isThrownBy(() -> share.add(bytes))
                .withMessageStartingWith("The server is reading too many requests");
    }
}
