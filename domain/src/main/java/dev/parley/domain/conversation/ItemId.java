package dev.parley.domain.conversation;

/** The id of an item: a prefix that tells its type, and random characters. */
public record ItemId(String value) {

    /**
     * The id of a message.
     *
     * @param random at least 96 random bits as text
     */
    public static ItemId ofMessage(String random) {
        return new ItemId("msg_" + random);
    }

    /**
     * The id of a tool call.
     *
     * @param random at least 96 random bits as text
     */
    public static ItemId ofToolCall(String random) {
        return new ItemId("tc_" + random);
    }

    @Override
    public String toString() {
        return value;
    }
}
