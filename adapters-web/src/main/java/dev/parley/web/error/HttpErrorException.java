package dev.parley.web.error;

/** A request is refused for what it is as HTTP, before any use case has seen it. */
public final class HttpErrorException extends RuntimeException {

    private final transient HttpError refusal;

    /** Refuses the request that is being served. */
    public HttpErrorException(HttpError refusal) {
        super(refusal.words().toString(), null, false, false);
        this.refusal = refusal;
    }

    HttpError refusal() {
        return refusal;
    }
}
