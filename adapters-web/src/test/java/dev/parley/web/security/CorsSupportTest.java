package dev.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.RunningParley;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins call the API where that is configured. */
class CorsSupportTest {

    private static final String SHOP = "https://shop.example.org";
    private static final RunningParley PARLEY = RunningParley.start("parley.cors.origins=" + SHOP);

    @AfterAll
    static void stop() {
        PARLEY.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Content-Type",
                "Accept-Language",
                "Last-Event-ID",
                "Idempotency-Key",
                "X-Request-Id",
                "chatkit-some-new-thing",
                "authorization,chatkit-some-new-thing,content-type"
            })
    void aPreflightOfAnAllowedOriginNeedsNoToken(String headers) {
        Answer answer = preflight("/api/v1/chatkit", SHOP, "POST", headers);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(answer.header("Access-Control-Allow-Headers")).isEqualToIgnoringCase(headers.replace(",", ", "));
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/attachments/atc_1?expires=1&signature=x",
        "POST, /api/v1/attachments",
        "DELETE, /api/v1/tasks/1"
    })
    void uploadsAndTheRestOfTheApiAreAllowedToo(String method, String path) {
        Answer answer = preflight(path, SHOP, method, "content-type");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/chatkit/sessions", "/actuator/health"})
    void whatIsForServersIsForNoPage(String path) {
        assertThat(preflight(path, SHOP, "GET", "Authorization").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/chatkit, https://evil.example.org, POST, Authorization",
        "/api/v1/chatkit, https://shop.example.org.evil.org, POST, Authorization",
        "/api/v1/chatkit, http://shop.example.org, POST, Authorization",
        "/api/v1/chatkit, null, POST, Authorization",
        "/api/v1/chatkit, https://shop.example.org, TRACE, Authorization",
    })
    void anyOtherIsRefused(String path, String origin, String method, String header) {
        Answer answer = preflight(path, origin, method, header);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("ORIGIN_NOT_ALLOWED");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void theAnswerToAnAllowedOriginCanBeReadWithItsIdsAndWhenToComeAgain() {
        Answer answer = call(SHOP, true);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .isEqualTo(
                        "X-Request-Id, X-Run-Id, Idempotency-Replayed, Retry-After, Content-Language, WWW-Authenticate, RateLimit, RateLimit-Policy");
    }

    @Test
    void aRefusalCanBeReadToo() {
        Answer answer = call(SHOP, false);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
    }

    @Test
    void thatABodyIsTooLongCanBeReadToo() {
        Answer answer = PARLEY.someone()
                .send(
                        "/api/v1/tasks",
                        request -> request.header("Origin", SHOP)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(" ".repeat(1024 * 1024 + 1))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
    }

    @Test
    void anAnswerToAnotherOriginIsKeptFromItsPageByTheBrowser() {
        Answer answer = call("https://evil.example.org", true);

        assertThat(answer.header("Vary")).contains("Origin");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void noOriginIsAllowedWhereNoneIsConfigured() {
        Answer answer = RunningParley.shared()
                .anonymous()
                .send(
                        "/api/v1/chatkit",
                        request -> request.method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", SHOP)
                                .header("Access-Control-Request-Method", "POST"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    private static Answer preflight(String path, String origin, String method, String headers) {
        return PARLEY.anonymous()
                .send(
                        path,
                        request -> request.method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", origin)
                                .header("Access-Control-Request-Method", method)
                                .header("Access-Control-Request-Headers", headers));
    }

    private static Answer call(String origin, boolean known) {
        return (known ? PARLEY.someone() : PARLEY.anonymous())
                .send(
                        "/api/v1/chatkit",
                        request -> request.header("Origin", origin)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"type\":\"threads.list\",\"params\":{}}")));
    }
}
