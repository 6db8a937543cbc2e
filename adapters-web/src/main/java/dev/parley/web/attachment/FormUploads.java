package dev.parley.web.attachment;

import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.web.error.HttpError;
import dev.parley.web.error.HttpErrorException;
import dev.parley.web.request.RequestError;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
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
     * @throws HttpErrorException with the code RATE_LIMITED if too many of the user's go on
     */
    <T> T upload(AccountId user, Supplier<T> upload) {
        try {
            if (going.merge(user, 1, Integer::sum) > maximum) {
                throw new HttpErrorException(refusal());
            }
            return upload.get();
        } finally {
            going.computeIfPresent(user, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    private HttpError refusal() {
        return HttpError.of(RequestError.UPLOAD_LIMIT, maximum).with(Map.of(HttpHeaders.RETRY_AFTER, "1"));
    }
}
