package dev.parley.assistant.mcp;

import dev.parley.application.shared.Secrets;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Pairs requests with their answers, and cancels those that nobody waits for any longer. */
final class RpcSession implements Transport.Listener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RpcSession.class);
    private static final Duration EXPLANATION_TIMEOUT = Duration.ofSeconds(2);
    private static final int METHOD_NOT_FOUND = McpSchema.ErrorCodes.METHOD_NOT_FOUND;

    private final Transport transport;
    private final Secrets secrets;
    private final Consumer<String> notified;
    private final Runnable wakeUp;
    private final Map<Object, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicInteger abandoned = new AtomicInteger();
    private volatile @Nullable Throwable end;

    /**
     * Begins a session, with nothing said yet.
     *
     * @param secrets what is not logged
     * @param notified is called with the method of each notification, and may not wait
     * @param wakeUp is called when the session has broken, and may not wait
     */
    RpcSession(Transport transport, Secrets secrets, Consumer<String> notified, Runnable wakeUp) {
        this.transport = transport;
        this.secrets = secrets;
        this.notified = notified;
        this.wakeUp = wakeUp;
        transport.open(this);
    }

    /**
     * Asks, and waits for the answer. A request that is given up is cancelled.
     *
     * @return the result
     * @throws JsonRpcErrorException if the server answers with an error
     * @throws ExchangeFailed if it does not answer
     * @throws InterruptedException if the caller is interrupted
     */
    JsonNode request(String method, Map<String, Object> parameters, Duration patience) throws InterruptedException {
        String id = Long.toString(lastId.incrementAndGet());
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            checkOpen();
            CompletableFuture<@Nullable Void> sent = transport.send(new JSONRPCRequest(method, id, parameters));
            CompletableFuture<@Nullable Void> unused = sent.exceptionally(failure -> {
                answer.completeExceptionally(failure);
                return null;
            });
            return await(method, sent, answer, patience);
        } catch (InterruptedException e) {
            cancel(method, id, "nobody waits for it any longer");
            throw e;
        } catch (TimeoutException e) {
            cancel(method, id, "it takes too long");
            throw ExchangeFailed.unanswered("it did not answer " + method + " within " + patience, e);
        } finally {
            waiting.remove(id);
        }
    }

    /**
     * Says something that needs no answer, and waits until it is said.
     *
     * @throws ExchangeFailed if it cannot be
     */
    void sendNotification(String method, Map<String, Object> parameters, Duration patience)
            throws InterruptedException {
        try {
            transport.send(new JSONRPCNotification(method, parameters)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw ExchangeFailed.unanswered("it did not take " + method, e);
        }
    }

    /** Whether it should be replaced, now that nobody waits for anything. */
    boolean isWorn() {
        return abandoned.get() >= transport.maximumAbandoned() && waiting.isEmpty();
    }

    boolean isBroken() {
        return end != null;
    }

    @Override
    public void received(JSONRPCMessage message) {
        switch (message) {
            case JSONRPCResponse response -> answered(response);
            case JSONRPCNotification notification -> notified.accept(notification.method());
            case JSONRPCRequest request -> send(answer(request));
            default -> log.debug("A message of an unknown kind was received");
        }
    }

    @Override
    public void broken(Throwable cause) {
        if (end == null) {
            end = cause;
            wakeUp.run();
        }
        giveUp(cause);
    }

    @Override
    public void close() {
        if (end == null) {
            end = new IllegalStateException("the session was closed");
        }
        transport.close();
        giveUp(Objects.requireNonNull(end));
    }

    private void giveUp(Throwable cause) {
        waiting.values()
                .forEach(answer ->
                        answer.completeExceptionally(ExchangeFailed.unanswered("the connection broke", cause)));
    }

    private void checkOpen() {
        Throwable cause = end;
        if (cause != null) {
            throw ExchangeFailed.unseen("the connection is broken", cause);
        }
    }

    private static JsonNode await(
            String method,
            CompletableFuture<@Nullable Void> sent,
            CompletableFuture<JsonNode> answer,
            Duration patience)
            throws InterruptedException, TimeoutException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JsonRpcErrorException refusal) {
                throw refusal.again(method);
            }
            if (e.getCause() instanceof ExchangeFailed failure) {
                throw moreExact(failure, sent).again();
            }
            throw ExchangeFailed.unanswered("it could not be asked", e);
        }
    }

    /** Of a session that breaks, the fate of a single message is known a moment later. */
    private static ExchangeFailed moreExact(ExchangeFailed failure, CompletableFuture<@Nullable Void> sent)
            throws InterruptedException {
        try {
            sent.get(EXPLANATION_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            return failure;
        } catch (ExecutionException e) {
            return e.getCause() instanceof ExchangeFailed exact ? exact : failure;
        } catch (TimeoutException e) {
            return failure;
        }
    }

    /** See the protocol's "Cancellation"; the first request alone may not be cancelled. */
    private void cancel(String method, String id, String reason) {
        abandoned.incrementAndGet();
        if (!method.equals(McpSchema.METHOD_INITIALIZE) && !isBroken()) {
            send(new JSONRPCNotification("notifications/cancelled", Map.of("requestId", id, "reason", reason)));
        }
    }

    private void answered(JSONRPCResponse response) {
        CompletableFuture<JsonNode> answer = waiting.get(response.id());
        if (answer == null) {
            log.debug("An answer comes too late for {}", secrets.hideIn(String.valueOf(response.id())));
        } else if (response.error() == null) {
            answer.complete(Json.tree(response.result()));
        } else {
            answer.completeExceptionally(new JsonRpcErrorException(
                    response.error().code(), response.error().message()));
        }
    }

    /** Parley offers servers nothing but a sign of life. */
    private static JSONRPCResponse answer(JSONRPCRequest request) {
        return request.method().equals(McpSchema.METHOD_PING)
                ? JSONRPCResponse.result(request.id(), Map.of())
                : JSONRPCResponse.error(
                        request.id(),
                        new JSONRPCResponse.JSONRPCError(METHOD_NOT_FOUND, "Parley offers no such method", null));
    }

    private void send(JSONRPCMessage message) {
        CompletableFuture<@Nullable Void> unused = transport.send(message).exceptionally(failure -> {
            log.debug("A message could not be sent", secrets.hideIn(failure));
            return null;
        });
    }
}
