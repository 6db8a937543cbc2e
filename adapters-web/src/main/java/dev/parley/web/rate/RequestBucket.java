package dev.parley.web.rate;

import io.github.bucket4j.ConsumptionProbe;

/** What a user, or a client, may still ask for. */
public interface RequestBucket {

    /**
     * Takes one request out, if there is one.
     *
     * @return whether it was there, what is left, and when there will be more
     * @throws dev.parley.application.shared.SystemFailure naming the step {@code rate.count} if nobody can tell now
     */
    ConsumptionProbe take();

    /**
     * Puts back one request that was taken out and is not to be counted.
     *
     * @throws dev.parley.application.shared.SystemFailure naming the step {@code rate.count} if it cannot be put back now
     */
    void giveBack();
}
