package dev.parley.assistant.stream;

import java.util.Locale;
import java.util.Set;

/** Why a provider says that a turn ended, of which there are many spellings. */
enum FinishReason {
    /** Any that is not known to be bad. */
    STOP,
    /** No room for more tokens. */
    LENGTH,
    /** The provider held back the rest. */
    FILTER,
    /** The model refused. */
    REFUSAL,
    /** The provider, or the model, failed. */
    ERROR;

    private static final Set<String> LENGTHS = Set.of(
            "length",
            "maxtokens",
            "maxoutputtokens",
            "maxcompletiontokens",
            "maxlength",
            "modellength",
            "tokenlimit",
            "contextlength",
            "contextwindow",
            "modelcontextwindowexceeded",
            "contextlengthexceeded");
    private static final Set<String> FILTERS = Set.of(
            "contentfilter",
            "contentfiltered",
            "filter",
            "safety",
            "imagesafety",
            "sensitive",
            "recitation",
            "blocklist",
            "prohibitedcontent",
            "spii",
            "guardrail",
            "guardrailintervened");
    private static final Set<String> ERRORS = Set.of(
            "error",
            "failed",
            "networkerror",
            "internalerror",
            "servererror",
            "abort",
            "aborted",
            "cancelled",
            "timeout",
            "malformedfunctioncall",
            "insufficientsystemresource");

    /** Case, underscores and the like do not matter. */
    static FinishReason of(String spelled) {
        StringBuilder letters = new StringBuilder();
        spelled.toLowerCase(Locale.ROOT).chars().filter(Character::isLetter).forEach(letters::appendCodePoint);
        String name = letters.toString();
        if (LENGTHS.contains(name)) {
            return LENGTH;
        }
        if (FILTERS.contains(name)) {
            return FILTER;
        }
        if (ERRORS.contains(name)) {
            return ERROR;
        }
        return name.equals("refusal") ? REFUSAL : STOP;
    }
}
