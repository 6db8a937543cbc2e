package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.access.AddApiKey;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolContext;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.access.KeyTerms;
import dev.parley.domain.run.Requester;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Answer;
import dev.parley.web.testing.Api;
import dev.parley.web.testing.Tokens;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tools of one's own, as the offline assistant calls them by name. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OwnToolTest {

    private static final String CLAIMS = "parley.auth.claims=tenant,roles";
    private static final TestDatabase DATABASE = TestDatabase.create();

    /** A call that ends by its time on a slow machine goes on like one that ends by itself. */
    private static final ParleyServer PARLEY =
            ParleyServer.withBeans(DATABASE, OwnTools.class, CLAIMS, "parley.tools.timeout=1s");

    private static final ParleyServer ANOTHER = ParleyServer.withBeans(DATABASE, OwnTools.class, CLAIMS);

    @AfterAll
    static void stop() {
        PARLEY.close();
        ANOTHER.close();
        DATABASE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"returns_null", "returns_no_content", "throws", "breaks", "hangs"})
    void whateverAToolDoesTheAnswerGoesOn(String tool) {
        Api user = PARLEY.someone();
        String session = user.newSession();

        Answer answer = user.say(session, "call " + tool + " {}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("[DONE]").doesNotContain("UPSTREAM_ERROR", "secret");
        assertThat(statusOfRun(user, session)).isEqualTo("completed");
    }

    @Test
    void aToolKnowsSubjectIssuerAndTheClaimsThatASettingLists() {
        Api user = ANOTHER.anonymous()
                .as(Tokens.with(
                        "{\"sub\":\"u-17\",\"iss\":\"https://id.example.org\",\"tenant\":\"acme\",\"roles\":[\"reader\"],\"email\":\"joan@example.org\",\"exp\":%d}"
                                .formatted(Tokens.LATER)));

        Answer answer = user.say(user.newSession(), "call who {}");

        assertThat(answer.body())
                .contains("u-17 of https://id.example.org, {roles=[", "reader", "tenant=acme}, {}")
                .doesNotContain("joan@example.org");
    }

    @Test
    void aToolKnowsTheVariablesOfTheClientsSession() {
        Api server = ANOTHER.anonymous()
                .as(ANOTHER.part(AddApiKey.class)
                        .add(KeyName.of("own-tools"), KeyTerms.DEFAULT)
                        .value());
        String secret = server.post(
                        "/v1/chatkit/sessions",
                        "{\"user\":\"ada\",\"workflow\":{\"id\":\"wf\",\"state_variables\":{\"plan\":\"free\",\"seats\":3}}}")
                .json()
                .at("/client_secret")
                .asString();

        Answer answer = ANOTHER.anonymous()
                .as(secret)
                .post(
                        "/api/v1/chatkit",
                        "{\"type\":\"threads.create\",\"params\":{\"input\":{\"content\":[{\"type\":\"input_text\",\"text\":\"call who {}\"}],\"attachments\":[],\"inference_options\":{}}}}");

        assertThat(answer.body()).contains("ada of , {}, {plan=free, seats=3}");
    }

    @Test
    void aMessageThatWaitsIsAnsweredForWhoeverSentItAlsoOnAnotherNode() throws InterruptedException {
        String token = Tokens.with("{\"sub\":\"u-18\",\"tenant\":\"acme\",\"exp\":%d}".formatted(Tokens.LATER));
        Api here = ANOTHER.anonymous().as(token);
        String session = here.newSession();
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> here.say(session, "call waits {}"));
        OwnTools.BEGUN.await();

        Answer waiting = PARLEY.anonymous()
                .as(token)
                .post(Api.runsOf(session), Api.message("call who {}", "'on_active_run':'enqueue','background':true"));
        OwnTools.GO_ON.countDown();

        assertThat(waiting.status()).isEqualTo(202);
        assertThat(first.join().status()).isEqualTo(200);
        String events = Api.runsOf(session) + "/" + waiting.data().at("/id").asString() + "/events";
        assertThat(PARLEY.anonymous().as(token).get(events).body()).contains("u-18 of , {tenant=acme}, {}");
    }

    private static String statusOfRun(Api user, String session) {
        return user.get(Api.runsOf(session)).data().at("/0/status").asString();
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnTools {

        static final CountDownLatch BEGUN = new CountDownLatch(1);
        static final CountDownLatch GO_ON = new CountDownLatch(1);

        @Bean
        @SuppressWarnings("NullAway") // Tools of one's own return what they like.
        Tool returnsNull() {
            return tool("returns_null", context -> null);
        }

        @Bean
        @SuppressWarnings("NullAway")
        Tool returnsNoContent() {
            return tool("returns_no_content", context -> new ToolResult(null, false));
        }

        @Bean
        Tool throwing() {
            return tool("throws", context -> {
                throw new IllegalStateException("secret");
            });
        }

        @Bean
        Tool breaking() {
            return tool("breaks", context -> {
                throw new StackOverflowError("secret");
            });
        }

        @Bean
        Tool hanging() {
            return tool("hangs", context -> waited(new CountDownLatch(1)));
        }

        @Bean
        Tool waiting() {
            return tool("waits", context -> {
                BEGUN.countDown();
                return waited(GO_ON);
            });
        }

        @Bean
        Tool who() {
            return tool("who", context -> {
                Requester user = context.requester();
                return ToolResult.of(user.subject() + " of " + user.issuer() + ", " + new TreeMap<>(user.claims())
                        + ", " + new TreeMap<>(user.stateVariables()));
            });
        }

        private static ToolResult waited(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                return ToolResult.of("Interrupted");
            }
            return ToolResult.of("Done");
        }

        private static Tool tool(String name, Function<ToolContext, ToolResult> work) {
            return new Tool() {

                @Override
                public ToolDefinition definition() {
                    return new ToolDefinition(name, "Does " + name, "{\"type\":\"object\"}", "Working…");
                }

                @Override
                public ToolResult call(String arguments, ToolContext context) {
                    return work.apply(context);
                }
            };
        }
    }
}
