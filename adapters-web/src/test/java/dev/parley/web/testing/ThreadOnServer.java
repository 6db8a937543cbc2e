package dev.parley.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a server tells of a thread that is asked for it; whoever has read all its streams knows it already. */
public final class ThreadOnServer {

    private static final int FIRST_PAGE = 20;

    private final Api api;
    private final ChatKitUnderTest user;
    private final String thread;

    /** Asks as this user. */
    public ThreadOnServer(Api api, String thread) {
        this.api = api;
        this.user = new ChatKitUnderTest(api);
        this.thread = thread;
    }

    /** All items, page by page. */
    public List<JsonNode> items(String order, int limit) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        JsonNode page;
        do {
            page = user.send(
                            "items.list",
                            "{'thread_id':'%s','order':'%s','limit':%d%s}".formatted(thread, order, limit, after))
                    .json();
            page.at("/data").forEach(all::add);
            if (page.at("/has_more").asBoolean()) {
                assertThat(page.at("/data")).hasSize(limit);
                assertThat(page.at("/after")).isEqualTo(all.getLast().at("/id"));
            }
            after = ",'after':'%s'".formatted(page.at("/after").asString(""));
        } while (page.at("/has_more").asBoolean());
        return all;
    }

    /** Checks the thread, its place in the list, and its pages in both orders. */
    public void assertShows(ThreadOnScreen screen, int limit) {
        List<JsonNode> items = screen.items();
        assertThat(items("asc", limit)).isEqualTo(items);
        assertThat(items("desc", limit)).isEqualTo(items.reversed());
        ObjectNode read = (ObjectNode) user.send("threads.get_by_id", "{'thread_id':'%s'}".formatted(thread))
                .json();
        assertThat(user.send("threads.list", "{}").json().at("/data/0")).isEqualTo(screen.thread());
        JsonNode page = read.replace("items", screen.thread().at("/items"));
        assertThat((JsonNode) read).isEqualTo(screen.thread());
        assertThat(page.at("/data").valueStream())
                .isEqualTo(items.stream().limit(FIRST_PAGE).toList());
        assertThat(page.at("/has_more").asBoolean()).isEqualTo(items.size() > FIRST_PAGE);
        if (items.size() > FIRST_PAGE) {
            assertThat(page.at("/after")).isEqualTo(items.get(FIRST_PAGE - 1).at("/id"));
        }
    }

    /** Checks pages of every length that makes a difference. */
    public void assertShowsPageByPage(ThreadOnScreen screen) {
        List<JsonNode> items = screen.items();
        IntStream.concat(IntStream.rangeClosed(1, 9), IntStream.of(items.size() - 1, items.size(), items.size() + 1))
                .filter(limit -> limit > 0)
                .forEach(limit -> {
                    assertThat(items("asc", limit)).isEqualTo(items);
                    assertThat(items("desc", limit)).isEqualTo(items.reversed());
                });
    }

    /** Checks what the other API tells: the messages and, beside them, the other items, each in their order; the title. */
    public void assertShowsOverRest(ThreadOnScreen screen) {
        JsonNode session = api.session(thread).data();
        Stream<JsonNode> messages = session.at("/messages")
                .valueStream()
                .filter(message -> message.at("/id").asString().startsWith("msg_"));
        assertThat(messages.map(ThreadOnServer::said))
                .isEqualTo(screen.items().stream()
                        .filter(item -> item.at("/type").asString().endsWith("_message"))
                        .map(ThreadOnServer::said)
                        .toList());
        assertThat(session.at("/items").valueStream())
                .isEqualTo(screen.items().stream()
                        .filter(item -> !item.at("/type").asString().endsWith("_message"))
                        .toList());
        assertThat(session.at("/title")).isEqualTo(screen.thread().at("/title"));
    }

    /** Deletes the thread, which leaves nothing. */
    public void deleteForGood() {
        String params = "{'thread_id':'%s'}".formatted(thread);
        assertThat(user.send("threads.delete", params).status()).isEqualTo(200);
        assertThat(user.send("threads.get_by_id", params).status()).isEqualTo(404);
        assertThat(user.send("items.list", params).status()).isEqualTo(404);
        assertThat(user.send("threads.list", "{}").json().at("/data")).isEmpty();
    }

    private static List<String> said(JsonNode message) {
        return Stream.of("/id", "/created_at", "/content")
                .map(field -> message.at(field).toString().replace(",\"annotations\":[]", ""))
                .toList();
    }
}
