package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.beta.chatkit.sessions.SessionCreateParams;
import com.openai.models.beta.chatkit.threads.ChatKitThread;
import com.openai.models.beta.chatkit.threads.ChatKitThreadItemList.Data;
import com.openai.models.beta.chatkit.threads.ChatSession;
import com.openai.models.beta.chatkit.threads.ChatSessionExpiresAfterParam;
import com.openai.models.beta.chatkit.threads.ChatSessionRateLimitsParam;
import com.openai.models.beta.chatkit.threads.ChatSessionStatus;
import com.openai.models.beta.chatkit.threads.ChatSessionWorkflowParam;
import com.openai.models.beta.chatkit.threads.ThreadDeleteResponse;
import com.openai.models.beta.chatkit.threads.ThreadListItemsPage;
import com.openai.models.beta.chatkit.threads.ThreadListItemsParams;
import com.openai.models.beta.chatkit.threads.ThreadListPage;
import com.openai.models.beta.chatkit.threads.ThreadListParams;
import dev.parley.bootstrap.database.UnpackedBinaries;
import dev.parley.persistence.testing.TestDatabase;
import dev.parley.web.testing.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenAI's own client, of which nothing but the address is changed. */
@WithSharedNodes
class HostedApiTest {

    private static final TestDatabase DATABASE = SharedNodes.database();
    private static final ParleyServer ONE = SharedNodes.one();
    private static final ParleyServer ANOTHER = SharedNodes.both().getLast();

    @TempDir
    private static Path folder;

    private static OpenAIClient openAi = ParleyKeys.client(ONE.anonymous(), "none yet");

    private final String user = "user-" + UUID.randomUUID();

    @BeforeAll
    static void makeKey() {
        openAi = ParleyKeys.client(
                ONE.anonymous(),
                ParleyKeys.add(
                        folder,
                        Map.of(
                                "SPRING_DATASOURCE_URL",
                                DATABASE.url(),
                                "SPRING_DATASOURCE_USERNAME",
                                DATABASE.username(),
                                "SPRING_DATASOURCE_PASSWORD",
                                DATABASE.password(),
                                "PARLEY_AUTH_JWT_SECRET",
                                "a secret that has 32 bytes, or so")));
    }

    @Test
    void aSessionsSecretActsForItsUserOnEveryNodeUntilItIsCancelled() {
        ChatSession session = open(60, 100);
        Api here = ONE.anonymous().as(session.clientSecret());
        Api there = ANOTHER.anonymous().as(session.clientSecret());
        String thread = here.newSession();
        assertThat(there.say(thread, "hello").status()).isEqualTo(200);

        ChatSession cancelled = openAi.beta().chatkit().sessions().cancel(session.id());

        assertThat(here.sessions().status()).isEqualTo(401);
        assertThat(there.sessions().status()).isEqualTo(401);
        assertThat(cancelled.validate().status()).isEqualTo(ChatSessionStatus.CANCELLED);
        assertThat(cancelled.id()).isEqualTo(session.id());
    }

    @Test
    void aSessionIsWhatTheClientExpects() {
        long before = now();

        ChatSession session = open(60, 7).validate();

        assertThat(session.status()).isEqualTo(ChatSessionStatus.ACTIVE);
        assertThat(session.user()).isEqualTo(user);
        assertThat(session.workflow().id()).isEqualTo("wf_1");
        assertThat(session.workflow().version()).isEmpty();
        assertThat(session.maxRequestsPer1Minute()).isEqualTo(7);
        assertThat(session.rateLimits().maxRequestsPer1Minute()).isEqualTo(7);
        assertThat(session.expiresAt()).isBetween(before + 60, now() + 60);
        assertThat(session.chatkitConfiguration().history().enabled()).isTrue();
    }

    @Test
    void aThreadIsReadAndDeleted() {
        String id = newThreads(1).getFirst();

        ChatKitThread thread = openAi.beta().chatkit().threads().retrieve(id).validate();
        ThreadDeleteResponse deleted =
                openAi.beta().chatkit().threads().delete(id).validate();

        assertThat(thread.id()).isEqualTo(id);
        assertThat(thread.user()).isEqualTo(user);
        assertThat(thread.title()).isEmpty();
        assertThat(thread.status().isActive()).isTrue();
        assertThat(deleted.deleted()).isTrue();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> openAi.beta().chatkit().threads().retrieve(id))
                .satisfies(refusal -> assertThat(refusal.code()).hasValue("thread_not_found"));
    }

    @Test
    void theClientTurnsThePagesOfAUsersThreads() {
        List<String> made = newThreads(5);
        ThreadListPage first = openAi.beta()
                .chatkit()
                .threads()
                .list(ThreadListParams.builder().user(user).limit(2).build());

        List<String> listed = first.autoPager().stream().map(ChatKitThread::id).toList();

        assertThat(listed).isEqualTo(made.reversed());
        assertThat(first.response().validate().firstId()).hasValue(made.getLast());
        assertThat(openAi.beta().chatkit().threads().list().items()).isNotEmpty();
    }

    @Test
    void aUsersThreadsCanBeDeletedWhileTheyAreListed() {
        newThreads(5);
        ThreadListParams all = ThreadListParams.builder()
                .user(user)
                .limit(2)
                .order(ThreadListParams.Order.ASC)
                .build();

        openAi.beta()
                .chatkit()
                .threads()
                .list(all)
                .autoPager()
                .forEach(thread -> openAi.beta().chatkit().threads().delete(thread.id()));

        assertThat(openAi.beta().chatkit().threads().list(all).items()).isEmpty();
    }

    @Test
    void theClientTurnsThePagesOfAThreadsItems() {
        Api chat = ONE.anonymous().as(open(60, 100).clientSecret());
        String id = chat.newSession();
        chat.say(id, "one");
        chat.say(id, "two");

        ThreadListItemsPage first = openAi.beta()
                .chatkit()
                .threads()
                .listItems(
                        id,
                        ThreadListItemsParams.builder()
                                .limit(3)
                                .order(ThreadListItemsParams.Order.ASC)
                                .build());
        first.response().validate();
        List<Data> items = first.autoPager().stream().toList();

        assertThat(items).hasSize(4);
        assertThat(items.get(2)
                        .asChatKitUserMessage()
                        .content()
                        .getFirst()
                        .asInputText()
                        .text())
                .isEqualTo("two");
        assertThat(items.get(3).asChatKitAssistantMessage().content().getFirst().text())
                .isEqualTo("two");
    }

    @Test
    void withoutAValidKeyTheClientIsUnauthorized() {
        OpenAIClient stranger = ParleyKeys.client(ONE.anonymous(), "parley_sk_" + "0".repeat(64));

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> stranger.beta().chatkit().threads().list())
                .satisfies(refusal -> {
                    assertThat(refusal.code()).hasValue("invalid_api_key");
                    assertThat(refusal.type()).hasValue("invalid_request_error");
                });
        assertThatThrownBy(() -> ParleyKeys.client(ONE.anonymous(), open(60, 10).clientSecret())
                        .beta()
                        .chatkit()
                        .threads()
                        .list())
                .isInstanceOf(UnauthorizedException.class);
    }

    @Test
    void whatIsOutOfBoundsIsABadRequestThatNamesTheParameter() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> open(601, 10))
                .satisfies(refusal -> assertThat(refusal.param()).hasValue("expires_after.seconds"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> openAi.beta().chatkit().sessions().cancel("cksess_nothing"));
    }

    @Test
    void aKeyIsMadeWhileTheEmbeddedServerRuns() throws IOException {
        UnpackedBinaries.linkInto(folder.resolve("data"));
        Map<String, String> environment =
                Map.of("PARLEY_DATA_DIR", folder.resolve("data").toString());
        try (ParleyProcess parley = ParleyProcess.start(folder, environment)) {
            OpenAIClient ofItsKey = ParleyKeys.client(parley.anonymous(), ParleyKeys.add(folder, environment));

            assertThat(ofItsKey.beta().chatkit().threads().list().items()).isEmpty();
        }
    }

    private static long now() {
        return ONE.part(InstantSource.class).instant().getEpochSecond();
    }

    private ChatSession open(long seconds, long requestsPerMinute) {
        return openAi.beta()
                .chatkit()
                .sessions()
                .create(SessionCreateParams.builder()
                        .user(user)
                        .workflow(ChatSessionWorkflowParam.builder().id("wf_1").build())
                        .expiresAfter(ChatSessionExpiresAfterParam.builder()
                                .seconds(seconds)
                                .build())
                        .rateLimits(ChatSessionRateLimitsParam.builder()
                                .maxRequestsPer1Minute(requestsPerMinute)
                                .build())
                        .build());
    }

    private List<String> newThreads(int number) {
        Api chat = ONE.anonymous().as(open(60, 100).clientSecret());
        List<String> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            made.add(chat.newSession());
        }
        return made;
    }
}
