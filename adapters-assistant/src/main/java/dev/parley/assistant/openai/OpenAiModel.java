package dev.parley.assistant.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.parley.application.model.ChatModel;
import dev.parley.application.model.ModelTurn;
import dev.parley.application.model.Prompt;
import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import dev.parley.assistant.openai.ModelFailed.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model behind OpenAI's Chat Completions, streamed. To be asked on virtual threads: only there an interrupt ends a
 * read.
 */
public final class OpenAiModel implements ChatModel, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OpenAiModel.class);

    private final OpenAiSettings settings;
    private final Secrets secrets;
    private final ChatRequests requests;
    private final OpenAIClient client;
    private final ModelMeters meters;
    private final LongSupplier ticker;
    private final ScheduledThreadPoolExecutor timer;

    /** Makes the model; connects to nothing yet. Time is measured by the clock of the meters. */
    public OpenAiModel(OpenAiSettings settings, MeterRegistry meters) {
        this(settings, meters, List.of());
    }

    OpenAiModel(OpenAiSettings settings, MeterRegistry meters, List<Interceptor> interceptors) {
        this.settings = settings;
        this.secrets = settings.secrets();
        this.requests = new ChatRequests(settings);
        OpenAIOkHttpClient.Builder builder = Clients.builder(settings, Duration.ZERO)
                .addInterceptor(SilenceWatch.INTERCEPTOR)
                .addInterceptor(ErrorInsteadOfStream.INTERCEPTOR);
        interceptors.forEach(builder::addInterceptor);
        this.client = builder.build();
        this.meters = new ModelMeters(meters, settings.model());
        this.ticker = meters.config().clock()::monotonicTime;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("model-timer").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public ModelTurn answer(Prompt prompt, Speech speech) {
        Deadline firstToken = Deadline.in(settings.firstTokenTimeout(), ticker);
        StopWatch time = StopWatch.start(ticker);
        try {
            ModelTurn turn = ask(prompt, () -> new StreamedTurn(speech, requests.modelOf(prompt), time), firstToken);
            meters.answered(turn.usage());
            return turn;
        } catch (ModelFailed e) {
            meters.failed(e);
            throw SystemFailure.upstream("assistant", secrets.hideIn(e));
        }
    }

    /** Releases threads and connections; to be called when no answer is being given any longer. */
    @Override
    public void close() {
        timer.shutdownNow();
        client.close();
    }

    /** A model that takes no images, or finds one broken, refuses the whole conversation, and would do so for good. */
    private ModelTurn ask(Prompt prompt, Supplier<StreamedTurn> turn, Deadline firstToken) {
        try {
            return attempt(prompt, turn, firstToken);
        } catch (ModelFailed e) {
            if (!e.isAboutContent() || !prompt.showsFiles()) {
                throw e;
            }
            Throwable told = secrets.hideIn(e);
            log.warn(
                    "The provider refused a conversation with files; asking again with their names alone: {}",
                    RootCause.of(told),
                    told);
            return attempt(prompt.withFilesNamed(), turn, firstToken);
        }
    }

    private ModelTurn attempt(Prompt prompt, Supplier<StreamedTurn> turn, Deadline firstToken) {
        ChatCompletionCreateParams request = requests.of(prompt);
        return RequestRetries.within(settings.retries(), firstToken)
                .make(() -> listen(request, turn.get(), firstToken));
    }

    private ModelTurn listen(ChatCompletionCreateParams request, StreamedTurn turn, Deadline firstToken) {
        try (SilenceWatch watch = new SilenceWatch(timer, firstToken, settings.idleTimeout())) {
            watch.during(() -> read(request, turn, watch));
        }
        if (!turn.isFinished()) {
            throw new ModelFailed(Reason.TRUNCATED, null);
        }
        return turn.ended();
    }

    private void read(ChatCompletionCreateParams request, StreamedTurn turn, SilenceWatch watch) {
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(request)) {
            stream.stream().forEach(chunk -> {
                turn.take(chunk);
                if (turn.isAlive()) {
                    watch.heard();
                }
            });
        } catch (OpenAIException e) {
            throw failure(e, turn, watch);
        }
    }

    /** A stream that breaks once something was said is not begun again: the same would be said twice. */
    private static ModelFailed failure(OpenAIException e, StreamedTurn turn, SilenceWatch watch) {
        if (watch.isExpired()) {
            return new ModelFailed(turn.isAlive() ? Reason.IDLE_TIMEOUT : Reason.FIRST_TOKEN_TIMEOUT, e);
        }
        ModelFailed failure = ModelFailed.of(e);
        return failure.reason() == Reason.CONNECTION && turn.isSpoken()
                ? new ModelFailed(Reason.TRUNCATED, e)
                : failure;
    }
}
