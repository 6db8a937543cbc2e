package dev.parley.assistant.mcp;

import dev.parley.application.shared.Secrets;
import io.modelcontextprotocol.client.McpAsyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpTransportSessionClosedException;
import io.modelcontextprotocol.spec.McpTransportSessionNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Streamable HTTP, as the SDK speaks it. */
final class HttpTransport implements Transport {

    private static final Logger log = LoggerFactory.getLogger(HttpTransport.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    /** How long a session that the server has forgotten is kept for the message that it rejected. */
    private static final Duration REJECTION_TIMEOUT = Duration.ofSeconds(10);

    private static final int MAXIMUM_ABANDONED = 16;

    private final HttpClientStreamableHttpTransport transport;
    private final Secrets secrets;
    private final CompletableFuture<@Nullable Void> rejected = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile @Nullable String protocolVersion;

    HttpTransport(McpEndpoint.Http endpoint) {
        this.secrets = endpoint.secrets();
        String url = endpoint.url().toString();
        HttpRequest.Builder request = HttpRequest.newBuilder();
        endpoint.headers().forEach(request::header);
        this.transport = HttpClientStreamableHttpTransport.builder(url)
                .endpoint(url)
                .requestBuilder(request)
                .addAsyncHttpRequestCustomizer((builder, method, uri, body, context) ->
                        method.equals("DELETE") && !closing ? afterRejection(builder) : Mono.just(builder))
                .connectTimeout(CONNECT_TIMEOUT)
                .maxResponseSize(Json.MAXIMUM_LENGTH)
                .jsonMapper(Json.MESSAGES)
                .build();
    }

    @Override
    public void open(Listener listener) {
        transport.setExceptionHandler(failure -> {
            if (endsSession(failure)) {
                listener.broken(failure);
            } else {
                log.debug("A message of an MCP server is lost", secrets.hideIn(failure));
            }
        });
        // Only tells the transport who listens; requests make the connections.
        transport
                .connect(message -> message.doOnNext(listener::received))
                .toFuture()
                .join();
    }

    @Override
    public List<String> protocolVersions() {
        return transport.protocolVersions();
    }

    @Override
    public void negotiated(String version) {
        protocolVersion = version;
    }

    @Override
    public CompletableFuture<@Nullable Void> send(JSONRPCMessage message) {
        return transport
                .sendMessage(message)
                .contextWrite(this::withVersion)
                .onErrorMap(this::asExchangeFailure)
                .toFuture();
    }

    /** Many servers never end the stream of a request that was cancelled, and the SDK cannot drop a single one. */
    @Override
    public int maximumAbandoned() {
        return MAXIMUM_ABANDONED;
    }

    @Override
    public void close() {
        closing = true;
        try {
            transport.closeGracefully().toFuture().get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.debug("The session cannot be ended on the server", secrets.hideIn(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The SDK ends a session that the server has forgotten, then reports the message that was rejected. Once the session has
     * ended it reports all messages under way as sent, so the end has to wait for the report. Where a stream was rejected and
     * no message, there is none.
     */
    private Mono<HttpRequest.Builder> afterRejection(HttpRequest.Builder end) {
        CompletableFuture<@Nullable Void> reported =
                rejected.copy().completeOnTimeout(null, REJECTION_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        return Mono.fromFuture(reported.thenApply(done -> end));
    }

    private Context withVersion(Context context) {
        String version = protocolVersion;
        return version == null ? context : context.put(McpAsyncClient.NEGOTIATED_PROTOCOL_VERSION, version);
    }

    /** What else goes wrong concerns one message: a status, a type or a length that was not expected. */
    private static boolean endsSession(Throwable failure) {
        return failure instanceof IOException || failure instanceof McpTransportSessionNotFoundException;
    }

    private ExchangeFailed asExchangeFailure(Throwable failure) {
        return switch (Exceptions.unwrap(failure)) {
            case McpTransportSessionNotFoundException ended -> {
                rejected.complete(null);
                yield ExchangeFailed.unseen("the session has ended", ended);
            }
            case McpTransportSessionClosedException closed -> ExchangeFailed.unseen("the session is closed", closed);
            case ConnectException refused -> ExchangeFailed.unseen("it cannot be reached", refused);
            case Throwable other -> ExchangeFailed.unanswered("it did not answer as expected", other);
        };
    }
}
