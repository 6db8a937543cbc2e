package dev.parley.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.RunningParley;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever opens the server's address sees what it is. */
class HomeTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final Api anyone = RunningParley.shared().anonymous();

    @Test
    void aBrowserGetsAPageWithLinksThatNeedNoToken() {
        Answer page = get(anyone, "/", BROWSER, "en");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("0.1.0", "swagger-ui.html", "v3/api-docs", "actuator/health");
        Pattern.compile("href=\"([^\":]+)\"")
                .matcher(page.body())
                .results()
                .forEach(link -> assertThat(anyone.get("/" + link.group(1)).status())
                        .as(link.group(1))
                        .isNotEqualTo(401));
    }

    @Test
    void nothingOnThePageRunsOrIsLoaded() {
        Answer page = get(anyone, "/", BROWSER, "en");

        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script", "<b>scripted").contains("&lt;b&gt;scripted&lt;/b&gt;");
    }

    @ParameterizedTest
    @CsvSource({"en, is running", "de-AT, Server läuft", "fr, fonctionne", "nl, is running"})
    void thePageSpeaksTheLanguageOfItsReader(String languages, String text) {
        assertThat(get(anyone, "/", BROWSER, languages).body()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/*"})
    void allOthersGetJson(String accept) {
        Answer home = get(anyone, "/", accept, "en");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.data().at("/name").asString()).isEqualTo("Parley");
        assertThat(home.data().at("/version").asString()).isEqualTo("0.1.0");
        assertThat(home.data().at("/assistant").asString()).isEqualTo("<b>scripted</b>");
        assertThat(home.data().at("/links")).hasSize(3);
    }

    @Test
    void whereDataLieIsShownOnThisMachineAlone() {
        assertThat(get(anyone, "/", BROWSER, "en").body()).contains("/srv/parley");
        assertThat(RunningParley.behindProxy()
                        .anonymous()
                        .send("/talk/", request -> request.GET().header("X-Forwarded-For", "192.0.2.7"))
                        .body())
                .contains("0.1.0")
                .doesNotContain("/srv/parley");
        try (RunningParley published = RunningParley.start("parley.test.local=false")) {
            assertThat(published.anonymous().get("/").body()).contains("0.1.0").doesNotContain("/srv/parley");
        }
    }

    @Test
    void anIconIsAskedForInVain() {
        assertThat(anyone.get("/favicon.ico").status()).isEqualTo(204);
    }

    @Test
    void otherMethodsAreNotTaken() {
        assertThat(RunningParley.shared().someone().post("/").status()).isEqualTo(405);
        assertThat(anyone.send("/", request -> request.HEAD()).status()).isEqualTo(200);
    }

    private static Answer get(Api caller, String path, String accept, String languages) {
        return caller.send(
                path, request -> request.GET().header("Accept", accept).header("Accept-Language", languages));
    }
}
