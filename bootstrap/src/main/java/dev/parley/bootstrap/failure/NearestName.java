package dev.parley.bootstrap.failure;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Which name somebody meant who has misspelt one. */
public final class NearestName {

    /** Two letters that changed places. */
    private static final int SMALLEST_DIFFERENCE = 2;

    /** One letter in so many. */
    private static final int PART = 3;

    private NearestName() {}

    /** The name that is nearest, whatever the case; empty where none is near. */
    public static Optional<String> of(String misspelt, Stream<String> names) {
        return names.filter(name -> isNear(misspelt, name))
                .min(Comparator.comparingInt(name -> distance(misspelt, name)));
    }

    /** Whether a name is few letters from the right one for its length, whatever the case. */
    public static boolean isNear(String misspelt, String right) {
        return distance(misspelt, right) <= Math.max(SMALLEST_DIFFERENCE, misspelt.length() / PART);
    }

    /** Whether a name is a letter or two from the right one, whatever the case. */
    public static boolean isTypo(String misspelt, String right) {
        return distance(misspelt, right) <= SMALLEST_DIFFERENCE;
    }

    private static int distance(String misspelt, String name) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(misspelt.toUpperCase(Locale.ROOT), name.toUpperCase(Locale.ROOT));
    }
}
