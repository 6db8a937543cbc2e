package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithSharedNodes
class ConversationTest {

    private static final TestDatabase DATABASE = SharedNodes.database();

    @Test
    void aConversationOutlivesItsServer() {
        String token = Tokens.ofSomeone();
        String session;
        JsonNode before;
        try (ParleyServer parley = ParleyServer.on(DATABASE)) {
            Api user = parley.anonymous().as(token);
            session = user.newSession();
            assertThat(user.say(session, "first words").events()).last().isEqualTo("[DONE]");
            assertThat(user.say(session, "und noch mehr 🚢").events()).last().isEqualTo("[DONE]");
            before = user.session(session).data();
        }

        try (ParleyServer parley = ParleyServer.on(DATABASE)) {
            Api user = parley.anonymous().as(token);
            assertThat(user.session(session).data()).isEqualTo(before);
            assertThat(user.sessions().data().at("/0/message_count").asInt()).isEqualTo(4);
            assertThat(user.say(session, "go on").status()).isEqualTo(200);
            assertThat(user.session(session).data().at("/messages").size()).isEqualTo(6);
        }
    }

    @Test
    void aLocalAccountTalks() {
        ParleyServer parley = SharedNodes.one();
        String body = "{\"email\":\"Ada@Example.org\",\"password\":\"correct horse\"}";
        assertThat(parley.anonymous().post("/api/v1/auth/register", body).status())
                .isEqualTo(201);
        assertThat(parley.anonymous().post("/api/v1/auth/register", body).code())
                .isEqualTo("DUPLICATE_EMAIL");
        String token = parley.anonymous()
                .post("/api/v1/auth/login", body)
                .data()
                .at("/token")
                .asString();

        Api ada = parley.anonymous().as(token);

        assertThat(ada.get("/api/v1/auth/me").data().at("/email").asString()).isEqualTo("ada@example.org");
        assertThat(ada.say(ada.newSession(), "hello").status()).isEqualTo(200);
    }

    @Test
    void theLimitOfMessagesHolds() {
        try (ParleyServer parley = ParleyServer.on(DATABASE, "parley.limits.messages-per-session=2")) {
            Api user = parley.someone();
            String session = user.newSession();
            user.say(session, "one");

            assertThat(user.say(session, "two").code()).isEqualTo("MESSAGE_LIMIT");
            assertThat(user.say(session, "two").status()).isEqualTo(429);
            assertThat(user.session(session).data().at("/messages").size()).isEqualTo(2);
        }
    }
}
