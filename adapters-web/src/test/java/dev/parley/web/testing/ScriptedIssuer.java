package dev.parley.web.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect issuer on loopback that answers as it is told to, and counts how often its keys are asked for. */
public final class ScriptedIssuer implements AutoCloseable {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final String KEYS = "/keys";

    private final ConcurrentMap<String, Script> scripts = new ConcurrentHashMap<>();
    private final AtomicInteger keysAskedFor = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    /** An issuer that has the keys with these ids. */
    public ScriptedIssuer(RSAKey... keys) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        metadata("{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(uri(), uri() + KEYS));
        keys(keys);
    }

    /** A key of 2,048 bits. */
    public static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token with this header and these claims, as JSON. */
    public static String signed(RSAKey key, String header, String claims) {
        try {
            JWSObject token = new JWSObject(JWSHeader.parse(header), new Payload(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The issuer's URI. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers with these keys from now on. */
    public void keys(RSAKey... keys) {
        scripts.put(KEYS, exchange -> send(exchange, 200, new JWKSet(List.of(keys)).toString()));
    }

    /** Answers with these metadata from now on. */
    public void metadata(String json) {
        scripts.put(METADATA, exchange -> send(exchange, 200, json));
    }

    /** Answers whoever asks for keys in this way from now on. */
    public void keysAs(Script script) {
        scripts.put(KEYS, script);
    }

    /** Answers whoever asks for metadata in this way from now on. */
    public void metadataAs(Script script) {
        scripts.put(METADATA, script);
    }

    /** How often the keys have been asked for. */
    public int keysAskedFor() {
        return keysAskedFor.get();
    }

    /** Sends an answer. */
    public static void send(HttpExchange exchange, int status, @Nullable String body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(KEYS)) {
            keysAskedFor.incrementAndGet();
        }
        try (exchange) {
            scripts.getOrDefault(path, unknown -> send(unknown, 404, null)).answer(exchange);
        }
    }

    /** A way to answer. */
    @FunctionalInterface
    public interface Script {
        /** Answers a request. */
        void answer(HttpExchange exchange) throws IOException;
    }
}
