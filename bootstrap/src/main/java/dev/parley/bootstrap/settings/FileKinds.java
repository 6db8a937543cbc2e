package dev.parley.bootstrap.settings;

import dev.parley.application.model.FileKind;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Reads which kinds of files an operator means. */
final class FileKinds {

    private FileKinds() {}

    /**
     * Reads kinds with commas between, or {@code none}.
     *
     * @throws InvalidConfigurationException if the text is anything else
     */
    static Set<FileKind> of(String text) {
        Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        if (!text.strip().equalsIgnoreCase("none")) {
            for (String kind : text.split(",", -1)) {
                kinds.add(kind(kind, text));
            }
        }
        return kinds;
    }

    private static FileKind kind(String kind, String text) {
        return switch (kind.strip().toLowerCase(Locale.ROOT)) {
            case "images" -> FileKind.IMAGES;
            case "documents" -> FileKind.DOCUMENTS;
            case "texts" -> FileKind.TEXTS;
            default ->
                throw new InvalidConfigurationException(Setting.ASSISTANT_FILES
                        + " must be some of images, documents and texts with commas between, or none, but is \"" + text
                        + "\".");
        };
    }
}
