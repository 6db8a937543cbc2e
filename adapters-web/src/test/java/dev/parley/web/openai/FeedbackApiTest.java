package dev.parley.web.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.feedback.Feedback;
import dev.parley.domain.feedback.Rating;
import dev.parley.domain.item.ItemId;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedbackApiTest {

    private final RunningParley parley = RunningParley.shared();

    @Test
    void everybodysFeedbackIsALineEach() {
        Api user = parley.someone();
        String session = user.newSession();
        String item =
                user.say(session, "hi").jsonEvents().getFirst().at("/item/id").asString();
        AccountId account = new AccountId(
                UUID.fromString(user.get("/api/v1/auth/me").data().at("/id").asString()));
        PortsUnderTest ports = parley.part(PortsUnderTest.class);
        ports.unitOfWork()
                .run(() -> ports.feedback()
                        .save(List.of(new Feedback(
                                ConversationId.of(session),
                                new ItemId(item),
                                account,
                                Rating.POSITIVE,
                                Instant.parse("2026-01-02T03:04:05.678901Z")))));

        Answer answer = parley.backend().get("/v1/chatkit/feedback");

        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(answer.body().lines().filter(line -> line.contains(session)))
                .containsExactly(("{\"thread_id\":\"%s\",\"item_id\":\"%s\",\"user_id\":\"%s\",\"kind\":\"positive\","
                                + "\"created_at\":\"2026-01-02T03:04:05.678901Z\"}")
                        .formatted(session, item, account));
    }

    @Test
    void usersDoNotSeeIt() {
        JsonNode refusal = parley.someone().get("/v1/chatkit/feedback").json();

        assertThat(refusal.at("/error/code").asString()).isEqualTo("invalid_api_key");
    }
}
