package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.attachment.CreateAttachment;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentName;
import dev.parley.domain.attachment.MimeType;
import dev.parley.persistence.testing.Race;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.security.SignedAddresses;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RawExchange;
import dev.parley.web.testing.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class ClusterRateTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final MovableClock CLOCK = new MovableClock();
    private static final List<ParleyServer> NODES = List.of(node(), node());

    private final AtomicInteger turn = new AtomicInteger();
    private final String token = Tokens.ofSomeone();

    @AfterAll
    static void stop() {
        NODES.forEach(ParleyServer::close);
        DATABASE.close();
    }

    @Test
    void thirtyFirstRequestOverTwoNodesIsRefused() {
        for (int i = 0; i < 30; i++) {
            Answer answer = nextNode().sessions();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit")).startsWith("\"user\";r=" + (29 - i) + ";");
        }

        assertThat(nextNode().sessions().code()).isEqualTo("RATE_LIMITED");
        Answer onTheOther = nextNode().createSession();
        assertThat(onTheOther.status()).isEqualTo(429);
        assertThat(Integer.parseInt(onTheOther.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void aNodeCountsWhateverThePathsSpelling() {
        List<String> spellings = List.of(
                "/api/v1/tasks",
                "/ap%69/v1/tasks",
                "//api/v1/tasks",
                "/x/../api/v1/tasks",
                "/api/v1/tasks;a",
                "/nothing");
        List<Integer> statuses = IntStream.range(0, 120)
                .mapToObj(i -> RawExchange.of(
                                nextNode().server().getPort(),
                                "GET",
                                spellings.get(i % spellings.size()),
                                List.of("Authorization: Bearer " + token))
                        .status())
                .toList();

        assertThat(statuses.stream().filter(status -> status == 200 || status == 404))
                .hasSize(30);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(10);
        assertThat(statuses.stream().filter(status -> status == 400)).hasSize(80);
    }

    @Test
    void aRaceIsGrantedTheQuotaAndNoMore() {
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

        List<Throwable> failures =
                Race.failuresOf(120, () -> statuses.add(nextNode().sessions().status()));

        assertThat(failures).isEmpty();
        assertThat(statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting())))
                .isEqualTo(Map.of(200, 30L, 429, 90L));
    }

    @Test
    void theSignedAddressesOfAnOwnerAreCountedTogetherOnAllNodes() {
        AccountId owner = new AccountId(UUID.fromString(
                nextNode().get("/api/v1/auth/me").data().at("/id").asString()));
        ParleyServer node = NODES.getFirst();
        List<String> addresses = IntStream.range(0, 11)
                .mapToObj(number -> node.part(CreateAttachment.class)
                        .create(owner, AttachmentName.of("a"), MimeType.of("text/plain"), 1))
                .map(attachment ->
                        node.part(SignedAddresses.class).sign(HttpMethod.GET, "/api/v1/attachments/" + attachment.id()))
                .toList();

        List<Integer> statuses = IntStream.range(0, 302)
                .mapToObj(i -> nextNode()
                        .as(null)
                        .get(addresses.get(i % addresses.size()))
                        .status())
                .toList();

        assertThat(statuses.subList(0, 300)).doesNotContain(429);
        assertThat(statuses.subList(300, 302)).containsOnly(429);
    }

    @Test
    void guessesOfAPasswordAreCountedOnAllNodes() {
        String body = "{\"email\":\"guessed@example.org\",\"password\":\"a wrong one\"}";
        for (int i = 0; i < 10; i++) {
            assertThat(logIn(body).status()).isEqualTo(401);
        }

        assertThat(logIn(body).code()).isEqualTo("RATE_LIMITED");
        assertThat(logIn(body).code()).isEqualTo("RATE_LIMITED");
    }

    @Test
    void aLogOutAndANewPasswordEndTokensOnTheOtherNodeWithinAMinute() {
        String email = UUID.randomUUID() + "@example.org";
        String credentials = "{\"email\":\"" + email + "\",\"password\":\"seven purple lighthouses\"}";
        Api one = NODES.getFirst().anonymous();
        Api other = NODES.getLast().anonymous();
        one.post("/api/v1/auth/register", credentials);
        Api laptop = other.as(token(one.post("/api/v1/auth/login", credentials)));
        Api phone = other.as(token(one.post("/api/v1/auth/login", credentials)));
        assertThat(laptop.sessions().status()).isEqualTo(200);
        assertThat(phone.sessions().status()).isEqualTo(200);

        assertThat(one.as(laptop.token()).post("/api/v1/auth/logout").status()).isEqualTo(200);
        CLOCK.advance(Duration.ofMinutes(1));

        assertThat(laptop.sessions().status()).isEqualTo(401);
        assertThat(phone.sessions().status()).isEqualTo(200);

        Answer changed = one.as(phone.token())
                .post(
                        "/api/v1/auth/password",
                        "{\"old_password\":\"seven purple lighthouses\",\"new_password\":\"eight yellow submarines\"}");
        CLOCK.advance(Duration.ofMinutes(1));

        assertThat(phone.sessions().status()).isEqualTo(401);
        assertThat(other.as(token(changed)).sessions().status()).isEqualTo(200);
        assertThat(other.post("/api/v1/auth/login", credentials).status()).isEqualTo(401);
    }

    @Test
    void whereRequestsCannotBeCountedAllCallersAreToldWhileThatIsSo() throws SQLException {
        nextNode().sessions();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table rate_bucket in access exclusive mode");

            assertThat(Race.failuresOf(20, () -> answers.add(nextNode().sessions())))
                    .isEmpty();

            connection.rollback();
        }
        assertThat(answers).hasSize(20).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        });
        assertThat(nextNode().sessions().status()).isEqualTo(200);
    }

    private static String token(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.data().at("/token").asString();
    }

    private Answer logIn(String body) {
        return nextNode().as(null).post("/api/v1/auth/login", body);
    }

    private Api nextNode() {
        return NODES.get(turn.getAndIncrement() % NODES.size()).anonymous().as(token);
    }

    private static ParleyServer node() {
        return ParleyServer.withClock(DATABASE, CLOCK, "parley.cluster=true", "parley.limits.requests-per-minute=30");
    }
}
