package dev.parley.domain.shared;

/**
 * How long a page may be. It ends before the entry with which it would exceed either; its first entry is there however long
 * it is.
 *
 * @param entries at least 1
 * @param bytes of the entries as they are stored
 */
public record PageLimit(int entries, long bytes) {

    /** Bytes of a page that a client asks for: 1 MiB. */
    private static final long CLIENT_BYTES = 1 << 20;

    /**
     * A page that a client asks for.
     *
     * @throws InvalidRequest if it is not of 1 to 100 entries
     */
    public static PageLimit ofClient(int entries) {
        return new PageLimit(PageSize.checked(entries), CLIENT_BYTES);
    }
}
