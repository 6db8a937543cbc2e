package dev.parley.web.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks an issuer for its keys: for the address of them first, in its metadata (OpenID Connect Discovery, section 4; RFC 8414,
 * section 3). Whatever it answers is bounded in time and bytes.
 */
public final class IssuerClient {

    /** For one answer as a whole. */
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** Some hundred keys with their certificates. */
    private static final int MAXIMUM_BYTES = 256 * 1024;

    private static final int OK = 200;

    private final String issuer;
    private final Duration deadline;
    private final HttpClient http;

    /** A client of the issuer with this URI; nothing is asked yet. */
    public IssuerClient(String issuer) {
        this(issuer, DEADLINE);
    }

    IssuerClient(String issuer, Duration deadline) {
        this.issuer = issuer;
        this.deadline = deadline;
        this.http = HttpClient.newBuilder()
                .connectTimeout(deadline)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(ProxySelector.getDefault())
                .build();
    }

    /**
     * The issuer's public keys, at least one.
     *
     * @throws IOException if it cannot be reached, answers too slowly or too much, or answers nonsense
     */
    public JWKSet keys() throws IOException {
        try {
            URI address = addressOfKeys();
            String answer = get(address);
            if (answer == null) {
                throw new IOException(address + " has no keys");
            }
            JWKSet keys = JWKSet.parse(answer).toPublicJWKSet();
            if (keys.isEmpty()) {
                throw new IOException(address + " has no keys");
            }
            return keys;
        } catch (ParseException e) {
            throw new IOException("the issuer " + issuer + " does not answer with a set of keys", e);
        }
    }

    private URI addressOfKeys() throws IOException, ParseException {
        for (URI address : metadataAddresses()) {
            String metadata = get(address);
            if (metadata != null) {
                return addressOfKeys(address, JSONObjectUtils.parse(metadata));
            }
        }
        throw new IOException("the issuer " + issuer + " has no metadata");
    }

    private URI addressOfKeys(URI source, Map<String, Object> metadata) throws IOException, ParseException {
        if (!issuer.equals(metadata.get("issuer"))) {
            throw new IOException(source + " is the metadata of another issuer than " + issuer);
        }
        URI address = JSONObjectUtils.getURI(metadata, "jwks_uri");
        if (address == null || !isAsSafe(address, source)) {
            throw new IOException(source + " names no address of keys that can be used");
        }
        return address;
    }

    private static boolean isAsSafe(URI address, URI source) {
        return address.getHost() != null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || ("http".equalsIgnoreCase(address.getScheme())
                                && "http".equalsIgnoreCase(source.getScheme())));
    }

    private List<URI> metadataAddresses() {
        URI uri = URI.create(issuer);
        String path = uri.getPath() == null || uri.getPath().equals("/") ? "" : uri.getPath();
        return List.of(
                URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"),
                uri.resolve("/.well-known/openid-configuration" + path),
                uri.resolve("/.well-known/oauth-authorization-server" + path));
    }

    /** The body; null where there is nothing at the address. */
    private @Nullable String get(URI address) throws IOException {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .timeout(deadline)
                .build());
        if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
            return null;
        }
        if (answer.statusCode() != OK) {
            throw new IOException(address + " answers with " + answer.statusCode());
        }
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** The time-out of a request ends with the headers of its answer; this one counts for all of it. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAXIMUM_BYTES));
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(request.uri() + " has not answered within " + deadline.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(request.uri() + " does not answer: " + e.getCause(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while the issuer was asked").initCause(e);
        }
    }
}
