package dev.parley.web.openai;

import dev.parley.application.access.OpenClientSession;
import dev.parley.domain.access.ChatFeatures;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.access.ClientSessionStatus;
import dev.parley.domain.account.Subject;
import dev.parley.domain.conversation.ListedThread;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.conversation.Title;
import dev.parley.domain.feedback.Feedback;
import dev.parley.web.json.IdTexts;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;
import tools.jackson.databind.JsonNode;

/** What OpenAI's API says of client sessions, threads and feedback. */
@Mapper(uses = IdTexts.class)
interface OpenAiResponses {

    OpenAiResponses RESPONSES = Mappers.getMapper(OpenAiResponses.class);

    default ChatSessionResponse opened(OpenClientSession.Opened opened, Instant now) {
        return session(
                opened.session(), opened.secret().value(), opened.session().status(now));
    }

    default ChatSessionResponse session(ClientSession session, Instant now) {
        return session(session, "", session.status(now));
    }

    @Mapping(constant = "chatkit.session", target = "object")
    @Mapping(source = "secret", target = "clientSecret")
    @Mapping(source = "session.subject", target = "user")
    @Mapping(source = "session.requestsPerMinute", target = "rateLimits")
    @Mapping(source = "session.features", target = "configuration")
    ChatSessionResponse session(ClientSession session, String secret, ClientSessionStatus status);

    @Mapping(source = "automaticTitles", target = "titling")
    @Mapping(source = "uploads", target = "fileUpload")
    ChatSessionResponse.Configuration configuration(ChatFeatures features);

    @Mapping(constant = "chatkit.thread", target = "object")
    @Mapping(source = "conversation", target = ".")
    HostedThread thread(ListedThread thread);

    @Mapping(source = "conversation", target = "threadId")
    @Mapping(source = "item", target = "itemId")
    @Mapping(source = "user", target = "userId")
    @Mapping(source = "rating", target = "kind")
    @Mapping(source = "at", target = "createdAt")
    FeedbackController.Line line(Feedback feedback);

    default ChatSessionResponse.RateLimits rateLimits(int requestsPerMinute) {
        return new ChatSessionResponse.RateLimits(requestsPerMinute);
    }

    default ChatSessionResponse.Switch enabled(boolean enabled) {
        return new ChatSessionResponse.Switch(enabled);
    }

    default @Nullable JsonNode stateVariables(@Nullable String text) {
        return StateVariables.read(text);
    }

    default HostedThread.Status status(ThreadStatus status) {
        return switch (status) {
            case ThreadStatus.Active active -> new HostedThread.Active("active");
            case ThreadStatus.Locked locked -> new HostedThread.Shut("locked", locked.reason());
            case ThreadStatus.Closed closed -> new HostedThread.Shut("closed", closed.reason());
        };
    }

    default @Nullable String title(Title title) {
        return title.equals(Title.NEW_CHAT) ? null : title.value();
    }

    default long seconds(Instant time) {
        return time.getEpochSecond();
    }

    default String text(ClientSessionId id) {
        return id.value();
    }

    default String text(Subject subject) {
        return subject.value();
    }

    default String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
