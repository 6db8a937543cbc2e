package dev.parley.application.shared;

/** Agrees with all other nodes on a key. */
@UseCase
public final class ShareServerKey {

    private final UnitOfWork unitOfWork;
    private final ServerKeys keys;

    public ShareServerKey(UnitOfWork unitOfWork, ServerKeys keys) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    /**
     * The key with this name, the same on all nodes.
     *
     * @param candidate what becomes it where there is none yet, at least 32 random bytes
     */
    public byte[] share(String name, byte[] candidate) {
        return unitOfWork.execute(() -> keys.getOrKeep(name, candidate));
    }
}
