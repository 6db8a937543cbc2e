package dev.parley.bootstrap.failure;

import java.util.Locale;

/** How sentences name a setting. */
public final class SettingName {

    private SettingName() {}

    /** A property and its environment variable. */
    public static String of(String property) {
        return property + " (" + property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + ")";
    }
}
