package dev.parley.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.application.attachment.FindAttachmentOwner;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.attachment.AttachmentId;
import dev.parley.web.request.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the owners of the attachments that signed addresses are for. An owner never changes, and so is remembered. */
final class AttachmentOwners {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MAXIMUM_ATTACHMENTS = 10_000;
    private static final Pattern PATH = Pattern.compile("/api/v1/attachments/(atc_[0-9a-f]+)(/preview)?");

    private final FindAttachmentOwner findOwner;
    private final Cache<AttachmentId, AccountId> known = Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MAXIMUM_ATTACHMENTS)
            .build();

    AttachmentOwners(FindAttachmentOwner findOwner) {
        this.findOwner = findOwner;
    }

    /** The owner of the attachment at the request's address; empty where there is none. */
    Optional<AccountId> of(HttpServletRequest request) {
        Matcher path = PATH.matcher(RequestPath.of(request));
        return path.matches() ? of(AttachmentId.of(path.group(1))) : Optional.empty();
    }

    private Optional<AccountId> of(AttachmentId id) {
        return Optional.ofNullable(known.getIfPresent(id)).or(() -> {
            Optional<AccountId> owner = findOwner.find(id);
            owner.ifPresent(account -> known.put(id, account));
            return owner;
        });
    }
}
