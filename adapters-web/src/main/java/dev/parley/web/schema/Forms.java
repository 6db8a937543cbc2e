package dev.parley.web.schema;

/** Regular expressions (ECMA-262) of what has a form, for descriptions. */
public final class Forms {

    public static final String UUID = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
    public static final String ATTACHMENT_ID = "^atc_[0-9a-f]{24,64}$";
    public static final String ITEM_ID = "^(msg|tc|wf|tsk)_[0-9a-zA-Z]{24,64}$";

    public static final String ITEM_ID_OR_NONE = "^((msg|tc|wf|tsk)_[0-9a-zA-Z]{24,64})?$";

    /** {@code Last-Event-ID}: an event's number in its run, with the run's id before it. */
    public static final String EVENT_ID = "^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}:)?[0-9]{1,15}(:t)?$";

    /** Visible ASCII; one that begins with a quote is a string of RFC 9651. */
    public static final String IDEMPOTENCY_KEY = "^[!#-~][!-~]{0,254}$";

    /** White space around a text, which is left out and does not count for its length. */
    private static final String AROUND =
            "[\\u0009-\\u000d\\u001c-\\u0020\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]*";

    /** What most addresses look like; others are judged by the server. */
    public static final String EMAIL = "^" + AROUND
            + "[a-zA-Z0-9._+-]{1,64}@[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?(\\.[a-zA-Z]{2,20}){1,3}" + AROUND
            + "$";

    /** Characters that show nothing, as part of a class. */
    private static final String INVISIBLE =
            "\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160"
                    + "\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb";

    /** Control characters but line breaks, and those that change the direction of text, as part of a class. */
    private static final String NEVER_IN_LINE =
            "\\u0000-\\u0009\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u202a-\\u202e\\u2066-\\u2069";

    /** A file's name without its folder. */
    public static final String FILE_NAME = "^[^\\s.\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e" + INVISIBLE
            + "/\\\\][^\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069/\\\\]*$";

    public static final String MEDIA_TYPE = "^([a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+)?$";

    private static final String SPACE = "[ \\t\\r\\n]*";
    private static final String SEXTET = "([A-Za-z0-9+/]" + SPACE + ")";

    /** With white space anywhere. */
    public static final String BASE64 = "^" + SPACE + "(" + SEXTET + "{4})*(" + SEXTET + "{4}|" + SEXTET + "{3}="
            + SPACE + "|" + SEXTET + "{2}=" + SPACE + "=" + SPACE + ")$";

    /** What browsers record. */
    public static final String RECORDING =
            "^(audio/webm|video/webm|audio/ogg|application/ogg|audio/mp4|video/mp4)( *;[ -~]*)?$";

    /** Text without NUL, which cannot be stored. */
    public static final String TEXT = "^[^\\u0000]*$";

    /** A task's description of at most 1000 characters. */
    public static final String DESCRIPTION = "^" + AROUND + "[^\\u0000]{0,1000}" + AROUND + "$";

    /** One line, after its line breaks have become spaces, that shows something. */
    public static final String TITLE = "^" + AROUND + "[^" + NEVER_IN_LINE + "]*[^\\s\\u0085" + NEVER_IN_LINE
            + INVISIBLE + "][^" + NEVER_IN_LINE + "]*" + AROUND + "$";

    private static final String NOT_BLANK = "[^\\s\\u0000\\u001c-\\u001f\\u0085]";

    /** A task's title of at most 200 characters, of which the first shows something. */
    public static final String TASK_TITLE = "^" + AROUND + NOT_BLANK + "[^\\u0000]{0,199}" + AROUND + "$";

    /** A task's tag of at most 50 characters, of which the first shows something. */
    public static final String TAG = "^" + AROUND + NOT_BLANK + "[^\\u0000]{0,49}" + AROUND + "$";

    private Forms() {}
}
