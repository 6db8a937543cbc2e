package dev.parley.application.shared;

/** Keeps keys that all nodes share and none is configured with. Every method needs a unit of work. */
public interface ServerKeys {

    /**
     * The key with this name.
     *
     * @param candidate what becomes it where there is none yet, at least 32 random bytes
     */
    byte[] getOrKeep(String name, byte[] candidate);
}
