package dev.parley.application.testing;

import static dev.parley.application.testing.Examples.NOW;
import static dev.parley.application.testing.Examples.conversationOf;
import static dev.parley.application.testing.Examples.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.Usage;
import dev.parley.domain.usage.DailyUsage;
import dev.parley.domain.usage.RunUsage;
import dev.parley.domain.usage.UsageRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link UsageRepository} promises. */
public abstract class UsageRepositoryContract {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private final PortsUnderTest ports = ports();
    private final UnitOfWork unitOfWork = ports.unitOfWork();
    private final UsageRepository usages = ports.usages();
    private final Conversation conversation = newConversation();

    /** Adapters over an empty store. */
    protected abstract PortsUnderTest ports();

    @Test
    void whoHasNotAskedAnythingHasNoUsage() {
        assertThat(dailySince(TODAY.minusDays(30))).isEmpty();
    }

    @Test
    void runsOfADayAreSummedByModel() {
        add("small", NOW);
        add("small", NOW.plusSeconds(1));
        add("large", NOW);

        assertThat(dailySince(TODAY))
                .containsExactly(
                        new DailyUsage(TODAY, "large", 1, 10, 5, 2), new DailyUsage(TODAY, "small", 2, 20, 10, 4));
    }

    @Test
    void theNewestDayComesFirstAndOlderOnesAreLeftOut() {
        add("small", NOW.minus(Duration.ofDays(2)));
        add("small", NOW.minus(Duration.ofDays(1)));
        add("small", NOW);

        assertThat(dailySince(TODAY.minusDays(1)))
                .extracting(DailyUsage::day)
                .containsExactly(TODAY, TODAY.minusDays(1));
    }

    @Test
    void usageOutlivesItsConversation() {
        add("small", NOW);

        unitOfWork.run(() -> ports.conversations().delete(conversation));

        assertThat(dailySince(TODAY)).hasSize(1);
    }

    @Test
    void oneUsersUsageIsNotAnothers() {
        add("small", NOW);

        AccountId other = newConversation().owner();

        assertThat(unitOfWork.read(() -> usages.daily(other, TODAY))).isEmpty();
    }

    private List<DailyUsage> dailySince(LocalDate day) {
        return unitOfWork.read(() -> usages.daily(conversation.owner(), day));
    }

    private void add(String model, Instant at) {
        RunUsage usage = new RunUsage(
                new RunId(UUID.randomUUID()), conversation.owner(), at, new Usage(model, 10, 5, 2, 100, 1000));
        unitOfWork.run(() -> usages.add(usage));
    }

    private Conversation newConversation() {
        Conversation fresh = conversationOf(someone());
        unitOfWork.run(() -> ports.conversations().add(fresh, 10));
        return fresh;
    }
}
