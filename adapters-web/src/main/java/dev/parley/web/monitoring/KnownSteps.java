package dev.parley.web.monitoring;

import dev.parley.application.shared.SystemError;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The steps that can fail, so that their counters are there before one has. */
final class KnownSteps {

    /** Most fail because of what they depend on, or by a defect. */
    private static final List<SystemError> USUAL = List.of(SystemError.SERVICE_UNAVAILABLE, SystemError.INTERNAL_ERROR);

    private static final Map<String, SystemError> UPSTREAM =
            Map.of("assistant", SystemError.UPSTREAM_ERROR, "transcribe", SystemError.RECORDING_NOT_TRANSCRIBED);

    private static final List<String> STEPS = List.of(
            "account.count",
            "account.identify",
            "account.insert",
            "account.read",
            "account.update",
            "action",
            "assistant",
            "attachment.claim",
            "attachment.delete",
            "attachment.insert",
            "attachment.preview",
            "attachment.preview.insert",
            "attachment.preview.read",
            "attachment.prune",
            "attachment.read",
            "attachment.receive",
            "attachment.unused",
            "attachment.write",
            "chatkit.stream",
            "client_session.insert",
            "client_session.lock",
            "client_session.parse",
            "client_session.read",
            "client_session.sweep",
            "client_session.update",
            "commit",
            "connection",
            "deleted.forget",
            "feedback.read",
            "feedback.save",
            "id.generate",
            "idempotency.delete",
            "idempotency.forget",
            "idempotency.insert",
            "idempotency.lock",
            "idempotency.read",
            "item.append",
            "item.delete",
            "item.list",
            "item.parse",
            "item.read",
            "item.update",
            "key.delete",
            "key.insert",
            "key.list",
            "key.read",
            "key.share",
            "password_reset.delete",
            "password_reset.insert",
            "password_reset.prune",
            "password_reset.read",
            "rate.count",
            "rate.prune",
            "request",
            "run",
            "run.cancel",
            "run.count",
            "run.insert",
            "run.lease",
            "run.list",
            "run.lock",
            "run.log",
            "run.log.append",
            "run.log.parse",
            "run.log.prune",
            "run.log.read",
            "run.log.takeover",
            "run.parse",
            "run.read",
            "run.update",
            "secret.generate",
            "session.delete",
            "session.insert",
            "session.list",
            "session.lock",
            "sign_in.delete",
            "sign_in.forget",
            "sign_in.insert",
            "sign_in.list",
            "sign_in.prune",
            "sign_in.read",
            "sign_in.use",
            "task.delete",
            "task.insert",
            "task.list",
            "task.read",
            "task.tags",
            "task.update",
            "thread.list",
            "thread.read",
            "token.check",
            "token.issue",
            "token.prune",
            "token.revoke",
            "token.verify",
            "transcribe",
            "usage.read");

    private KnownSteps() {}

    /** Gives each step with each code that it may fail with. */
    static void forEach(BiConsumer<String, String> counter) {
        STEPS.forEach(step -> USUAL.forEach(error -> counter.accept(step, error.code())));
        UPSTREAM.forEach((step, error) -> counter.accept(step, error.code()));
    }
}
