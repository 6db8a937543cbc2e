package dev.parley.bootstrap.failure;

import java.util.Locale;

/** How sentences name a setting. */
public final class SettingName {

    private SettingName() {}

    /** A property and its environment variable. */
    public static String of(String property) {
        return property + " (" + variable(property) + ")";
    }

    /** The variable of a property; in the names of maps, a variable has no place for hyphens. */
    public static String variable(String property) {
        return property.replace("client-tools", "clienttools")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[.-]", "_");
    }
}
