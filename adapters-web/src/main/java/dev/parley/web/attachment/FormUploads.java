package dev.parley.web.attachment;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.shared.Words;
import dev.parley.web.error.Refusal;
import dev.parley.web.error.RequestRefused;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Bounds how many forms a user uploads to this node at the same time: as many as a message may have files. What a form
 * brings is known at its end, and counts for no quota before.
 */
@Component
final class FormUploads {

    private final ConcurrentMap<AccountId, Integer> going = new ConcurrentHashMap<>();
    private final int maximum;

    FormUploads(AttachmentLimits limits) {
        this.maximum = limits.perMessage();
    }

    /**
     * Does an upload of a user.
     *
     * @throws RequestRefused with the code RATE_LIMITED if too many of the user's go on
     */
    <T> T upload(AccountId user, Supplier<T> upload) {
        try {
            if (going.merge(user, 1, Integer::sum) > maximum) {
                throw new RequestRefused(refusal());
            }
            return upload.get();
        } finally {
            going.computeIfPresent(user, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    private Refusal refusal() {
        return new Refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                "RATE_LIMITED",
                Words.of("You may upload {0} files at the same time. Wait until one is done.", maximum),
                Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }
}
