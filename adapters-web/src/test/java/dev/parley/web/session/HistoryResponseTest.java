package dev.parley.web.session;

import static dev.parley.application.testing.EveryEvent.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.conversation.GetSession.History;
import dev.parley.application.testing.EveryItem;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.Message;
import dev.parley.web.chatkit.Previews;
import dev.parley.web.testing.RunningParley;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryResponseTest {

    private static final JsonMapper JSON = RunningParley.shared().json();

    private final JsonNode history = historyOf(EveryItem.items());

    @Test
    void whatIsNoMessageStandsAmongTheItemsUnlessItIsInternal() {
        assertThat(history.at("/items").values())
                .extracting(item -> item.at("/id").asString())
                .containsExactlyElementsOf(EveryItem.items().stream()
                        .filter(item -> item.isVisible() && !(item instanceof Message))
                        .map(item -> item.id().value())
                        .toList());
        assertThat(history.toString()).doesNotContain("shcx_", "The user stopped the answer.");
    }

    @Test
    void aHistoryOfMessagesAloneHasNoItems() {
        assertThat(historyOf(EveryItem.items().subList(0, 4)).has("items")).isFalse();
    }

    @Test
    void aMessageTellsWhatCameWithIt() {
        JsonNode message = history.at("/messages/0");

        assertThat(message.at("/content/1/id").asString()).isEqualTo("ship-1");
        assertThat(message.at("/attachments").values())
                .extracting(attachment -> attachment.at("/id").asString())
                .containsExactly("atc_1", "atc_2");
        assertThat(message.at("/quoted_text").asString()).isEqualTo("she floats");
    }

    @Test
    void anAnswerTellsWhereItComesFrom() {
        assertThat(history.at("/messages/2/content/0/annotations").size()).isEqualTo(EveryItem.SOURCES.size());
    }

    @Test
    void aPlainMessageHasNothingElse() {
        assertThat(history.at("/messages/1").propertyNames()).containsExactly("id", "role", "content", "created_at");
        assertThat(history.at("/messages/1/content/0").propertyNames()).containsExactly("type", "text");
    }

    private static JsonNode historyOf(List<Item> items) {
        return JSON.valueToTree(SessionResponses.RESPONSES.history(new History(CONVERSATION, items), Previews.NONE));
    }
}
