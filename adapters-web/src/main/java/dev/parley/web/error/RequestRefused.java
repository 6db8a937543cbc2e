package dev.parley.web.error;

/** A request is refused for what it is as HTTP, before any use case has seen it. */
public final class RequestRefused extends RuntimeException {

    private final transient Refusal refusal;

    /** Refuses the request that is being served. */
    public RequestRefused(Refusal refusal) {
        super(refusal.words().toString(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
