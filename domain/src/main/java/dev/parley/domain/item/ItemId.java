package dev.parley.domain.item;

/** The id of an item: a prefix that tells what it is, and random characters. */
public record ItemId(String value) {

    /** What the prefixes of the ChatKit protocol stand for. */
    public enum Prefix {
        /** Messages, and whatever stands where a message could. */
        MESSAGE("msg_"),
        /** Calls of tools, of the server's and of the client's. */
        TOOL_CALL("tc_"),
        /** Workflows. */
        WORKFLOW("wf_"),
        /** Single steps of work. */
        TASK("tsk_"),
        /** Notes that only the assistant reads. */
        HIDDEN("shcx_");

        private final String text;

        Prefix(String text) {
            this.text = text;
        }

        /**
         * An id with this prefix.
         *
         * @param random at least 96 random bits as text
         */
        public ItemId id(String random) {
            return new ItemId(text + random);
        }
    }

    /** The id of a message; see {@link Prefix#id}. */
    public static ItemId ofMessage(String random) {
        return Prefix.MESSAGE.id(random);
    }

    @Override
    public String toString() {
        return value;
    }
}
