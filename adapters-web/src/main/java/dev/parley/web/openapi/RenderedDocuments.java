package dev.parley.web.openapi;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Documents that the first caller renders, while others wait for it without a lock held. None is ever removed. */
final class RenderedDocuments {

    private final Map<String, FutureTask<byte[]>> documents = new ConcurrentHashMap<>();

    /**
     * A document by its name.
     *
     * @throws IllegalStateException if it cannot be rendered, which the next caller tries anew, or the caller is interrupted
     */
    byte[] get(String name, Callable<byte[]> renderer) {
        FutureTask<byte[]> document = documents.computeIfAbsent(name, absent -> new FutureTask<>(renderer));
        document.run();
        try {
            return document.get();
        } catch (ExecutionException e) {
            documents.remove(name, document);
            throw new IllegalStateException("The document " + name + " cannot be rendered", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the document " + name + " was rendered", e);
        }
    }
}
