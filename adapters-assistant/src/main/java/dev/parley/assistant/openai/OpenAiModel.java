package dev.parley.assistant.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.parley.application.model.ChatModel;
import dev.parley.application.model.ModelTurn;
import dev.parley.application.model.Prompt;
import dev.parley.application.shared.RootCause;
import dev.parley.application.shared.Secrets;
import dev.parley.application.shared.SystemFailure;
import dev.parley.assistant.openai.ModelFailed.Reason;
import dev.parley.assistant.stream.StreamException;
import dev.parley.assistant.stream.TurnReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.Interceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model behind OpenAI's Chat Completions, streamed. To be asked on virtual threads: only there an interrupt ends a
 * read.
 */
public final class OpenAiModel implements ChatModel, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OpenAiModel.class);

    private static final int BUFFER_BYTES = 8 * 1024;

    /** How long usage and more text may come behind the reason why the turn ended. */
    private static final Duration TIME_FOR_USAGE = Duration.ofSeconds(2);

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
        OpenAIOkHttpClient.Builder builder =
                Clients.builder(settings, Duration.ZERO).addInterceptor(SilenceWatch.INTERCEPTOR);
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
            ModelTurn turn =
                    ask(prompt, asked -> new StreamedTurn(speech, asked, requests.modelOf(asked), time), firstToken);
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
    private ModelTurn ask(Prompt prompt, Function<Prompt, StreamedTurn> turn, Deadline firstToken) {
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

    private ModelTurn attempt(Prompt prompt, Function<Prompt, StreamedTurn> turn, Deadline firstToken) {
        ChatCompletionCreateParams request = requests.of(prompt);
        return RequestRetries.within(settings.retries(), firstToken)
                .make(() -> listen(request, turn.apply(prompt), firstToken));
    }

    private ModelTurn listen(ChatCompletionCreateParams request, StreamedTurn turn, Deadline firstToken) {
        try (SilenceWatch watch = new SilenceWatch(timer, firstToken, settings.idleTimeout())) {
            watch.during(() -> read(request, turn.reader(), watch));
        }
        if (!turn.reader().isEnded()) {
            throw new ModelFailed(Reason.TRUNCATED, null);
        }
        try {
            return turn.ended();
        } catch (StreamException e) {
            throw ModelFailed.of(e);
        }
    }

    private void read(ChatCompletionCreateParams request, TurnReader reader, SilenceWatch watch) {
        try (HttpResponse response =
                client.chat().completions().withRawResponse().createStreaming(request)) {
            read(response, reader, watch);
        } catch (OpenAIException e) {
            throw failure(ModelFailed.of(e), reader, watch);
        }
    }

    /** Once the provider has said that the turn is whole, it does not matter what becomes of the connection. */
    private void read(HttpResponse response, TurnReader reader, SilenceWatch watch) {
        try {
            feed(response.body(), reader, watch);
        } catch (IOException e) {
            if (!reader.isEnded() || Thread.currentThread().isInterrupted()) {
                throw failure(ModelFailed.of(e), reader, watch);
            }
        } catch (StreamException e) {
            throw ModelFailed.of(e, response, secrets);
        }
    }

    private static void feed(InputStream body, TurnReader reader, SilenceWatch watch) throws IOException {
        byte[] bytes = new byte[BUFFER_BYTES];
        boolean ends = false;
        while (!reader.isDone()) {
            int length = body.read(bytes);
            if (length < 0) {
                break;
            }
            boolean isChunk = reader.feed(bytes, length);
            if (!ends && reader.isEnded()) {
                ends = true;
                watch.endWithin(TIME_FOR_USAGE);
            } else if (!ends && isChunk && reader.isAlive()) {
                watch.heard();
            }
        }
        reader.end();
    }

    /** A stream that breaks once something was said is not begun again: the same would be said twice. */
    private static ModelFailed failure(ModelFailed failure, TurnReader reader, SilenceWatch watch) {
        if (watch.isExpired()) {
            return new ModelFailed(
                    reader.isAlive() ? Reason.IDLE_TIMEOUT : Reason.FIRST_TOKEN_TIMEOUT, failure.getCause());
        }
        return failure.reason() == Reason.CONNECTION && reader.isSpoken()
                ? new ModelFailed(Reason.TRUNCATED, failure.getCause())
                : failure;
    }
}
