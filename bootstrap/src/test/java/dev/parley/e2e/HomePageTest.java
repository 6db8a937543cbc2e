package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@WithSharedNodes
class HomePageTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\":]+)\"");

    private final Api anyone = SharedNodes.one().anonymous();

    @Test
    void thePageAtTheRootNamesTheServerAndLeadsOn() {
        Answer page = anyone.send("/", request -> request.GET().header("Accept", "text/html"));

        assertThat(page.body()).contains("ScriptedAssistant", "PostgreSQL");
        assertThat(LINK.matcher(page.body()).results().map(link -> "/" + link.group(1)))
                .hasSize(3)
                .allSatisfy(link -> assertThat(anyone.get(link).status()).isIn(200, 302));
    }
}
