package dev.parley.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.persistence.rate.BucketTable;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.rate.Buckets;
import dev.parley.web.rate.RequestBucket;
import dev.parley.web.rate.SharedBuckets;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SharedBucketsTest {

    private static final BucketConfiguration THIRTY_AN_HOUR = anHour(30);
    private static final BucketConfiguration ONE_AN_HOUR = anHour(1);
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private final BucketTable table = new BucketTable(DATABASE.dataSource());
    private final Buckets node = new SharedBuckets(table.buckets());
    private final Buckets otherNode = new SharedBuckets(new BucketTable(DATABASE.dataSource()).buckets());

    @BeforeEach
    void empty() {
        JDBC.sql("delete from rate_bucket").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void nodesTakeFromTheSameBucket() {
        assertThat(node.bucket("user:ada", THIRTY_AN_HOUR).take().getRemainingTokens())
                .isEqualTo(29);
        assertThat(otherNode.bucket("user:ada", THIRTY_AN_HOUR).take().getRemainingTokens())
                .isEqualTo(28);
    }

    @Test
    void bucketsOfOtherKeysAreOthers() {
        node.bucket("user:ada", ONE_AN_HOUR).take();

        assertThat(node.bucket("user:bob", ONE_AN_HOUR).take().isConsumed()).isTrue();
    }

    @Test
    void aRaceOfNodesAndRequestsTakesWhatThereIsAndNoMore() {
        List<RequestBucket> buckets = Stream.of(node, otherNode, node)
                .map(each -> each.bucket("user:ada", THIRTY_AN_HOUR))
                .toList();
        AtomicInteger turn = new AtomicInteger();
        AtomicInteger granted = new AtomicInteger();

        List<Throwable> failures = Race.failuresOf(200, () -> {
            RequestBucket bucket = buckets.get(turn.getAndIncrement() % buckets.size());
            if (bucket.take().isConsumed()) {
                granted.incrementAndGet();
            }
        });

        assertThat(failures).isEmpty();
        assertThat(granted).hasValue(30);
    }

    @Test
    void anEmptyBucketIsNotAskedAgain() {
        RequestBucket bucket = node.bucket("user:ada", ONE_AN_HOUR);
        bucket.take();
        ConsumptionProbe asked = bucket.take();
        empty();

        ConsumptionProbe remembered = bucket.take();

        assertThat(remembered.isConsumed()).isFalse();
        assertThat(remembered.getNanosToWaitForRefill())
                .isBetween(Duration.ofMinutes(59).toNanos(), asked.getNanosToWaitForRefill());
        assertThat(rows()).isZero();
    }

    @Test
    void anEmptyBucketIsAskedAgainAfterItsRefill() {
        BucketConfiguration quick = BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(1)
                        .refillIntervally(1, Duration.ofMillis(200))
                        .build())
                .build();
        RequestBucket bucket = node.bucket("user:ada", quick);
        bucket.take();

        await().until(() -> bucket.take().isConsumed());
    }

    @Test
    void aBucketThatWasLostIsFullAgain() {
        RequestBucket bucket = node.bucket("user:ada", THIRTY_AN_HOUR);
        bucket.take();
        empty();

        assertThat(bucket.take().getRemainingTokens()).isEqualTo(29);
    }

    @Test
    void bucketsThatAreFullAgainAreRemovedAndOthersAreNot() {
        JDBC.sql(
                        "insert into rate_bucket (id, expires_at) select 'old:' || number, 1 from generate_series(1, 1200) number")
                .update();
        JDBC.sql("insert into rate_bucket (id) values ('begun:1')").update();
        node.bucket("user:ada", THIRTY_AN_HOUR).take();

        table.removeExpired();

        assertThat(JDBC.sql("select id from rate_bucket order by id")
                        .query(String.class)
                        .list())
                .containsExactly("begun:1", "user:ada");
    }

    @Test
    void aBucketIsKeptUntilItIsFullAgain() {
        node.bucket("user:ada", THIRTY_AN_HOUR).take();

        assertThat(JDBC.sql("select expires_at - extract(epoch from now()) * 1000 from rate_bucket")
                        .query(Long.class)
                        .single())
                .isBetween(
                        Duration.ofMinutes(59).toMillis(),
                        Duration.ofMinutes(62).toMillis());
    }

    private static long rows() {
        return JDBC.sql("select count(*) from rate_bucket").query(Long.class).single();
    }

    private static BucketConfiguration anHour(int quota) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(quota)
                        .refillIntervally(quota, Duration.ofHours(1))
                        .build())
                .build();
    }
}
