package dev.parley.bootstrap.settings;

import dev.parley.application.model.FileKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Kinds of files in one setting, with commas between, or {@code none}. */
final class FileKinds {

    /** What the setting may be, as a regular expression. */
    static final String FORM = "(?i)\\s*(none|(images|documents|texts)\\s*(,\\s*(images|documents|texts)\\s*)*)\\s*";

    private FileKinds() {}

    static Set<FileKind> of(String text) {
        Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        if (!text.strip().equalsIgnoreCase("none")) {
            for (String kind : text.split(",", -1)) {
                kinds.add(FileKind.valueOf(kind.strip().toUpperCase(Locale.ROOT)));
            }
        }
        return kinds;
    }
}
