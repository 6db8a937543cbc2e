package dev.parley.bootstrap.diagnosis;

import dev.parley.domain.shared.Text;
import dev.parley.web.token.IssuerClient;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Can the metadata and the keys of the issuer be had?
 *
 * @param deadline for all that is asked
 */
record IssuerCheck(String issuer, Duration deadline) {

    private static final String SUBJECT = "issuer";
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    IssuerCheck(String issuer) {
        this(issuer, DEADLINE);
    }

    Finding examine() {
        FutureTask<Integer> keys =
                new FutureTask<>(() -> new IssuerClient(issuer).keys().getKeys().size());
        Thread.ofVirtual().name("parley-doctor-issuer").start(keys);
        try {
            return Finding.ok("issuer: " + issuer + ", keys: " + keys.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return mend("the issuer " + issuer + " has not answered within " + deadline.toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            return mend(String.valueOf(cause.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return mend("the check was interrupted");
        } finally {
            keys.cancel(true);
        }
    }

    private static Finding mend(String reason) {
        return Finding.mend(
                SUBJECT,
                Text.onOneLine(reason)
                        + "; look at parley.auth.issuer-uri (PARLEY_AUTH_ISSUER_URI), and whether this machine reaches it");
    }
}
