package dev.parley.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user who sends anything at all. Whatever it is, the server answers in the protocol's form, and refuses without a trace. */
public final class HostileClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Supplier<ActiveUser> users;
    private final Random random;

    /** Begins to attack a server that serves nobody else, whose assistant and actions are scripted. */
    public HostileClient(Supplier<Api> someone, ScriptedAssistant assistant, long seed) {
        this.users = () -> ActiveUser.of(someone.get(), assistant);
        this.random = new Random(seed);
    }

    /** Sends so many requests. */
    public void send(int number) {
        ActiveUser stranger = users.get();
        String ofStranger = stranger.threads();
        ActiveUser self = users.get();
        String before = self.threads();
        for (int sent = 0; sent < number; sent++) {
            byte[] request = requests(self, stranger).next();
            Answer answer =
                    self.chat().api().sendJson("POST", ChatKitUnderTest.PATH, BodyPublishers.ofByteArray(request));
            String after = self.threads();
            check(new String(request, StandardCharsets.UTF_8), answer, after.equals(before));
            if (!after.equals(before)) {
                self = users.get();
                before = self.threads();
            }
        }
        assertThat(stranger.threads()).isEqualTo(ofStranger);
    }

    private static void check(String request, Answer answer, boolean isUnchanged) {
        String told = "%s%n%s".formatted(request.substring(0, Math.min(request.length(), 2_000)), answer.body());
        assertThat(answer.status() < 500 || answer.code().equals("TRANSCRIPTION_NOT_CONFIGURED"))
                .as(told)
                .isTrue();
        ChatKitContract.check(operation(request), answer);
        if (answer.status() != 200 || answer.body().startsWith("data: {\"type\":\"error\"")) {
            assertThat(isUnchanged).as(told).isTrue();
        }
    }

    private static String operation(String request) {
        try {
            return JSON.readTree(request).at("/type").asString("");
        } catch (JacksonException e) {
            return "none: " + e.getOriginalMessage();
        }
    }

    private HostileRequests requests(ActiveUser self, ActiveUser stranger) {
        List<JsonNode> good =
                self.requests().values().stream().sorted().map(JSON::readTree).toList();
        List<String> ids = Stream.of(self, stranger)
                .flatMap(user -> user.ids().values().stream())
                .toList();
        return new HostileRequests(random, good, ids);
    }
}
