package dev.parley.domain.run;

import java.util.List;

/**
 * A page of a thread's runs.
 *
 * @param runs newest first
 * @param hasMore whether older ones follow
 */
public record RunPage(List<RunReport> runs, boolean hasMore) {

    public RunPage {
        runs = List.copyOf(runs);
    }
}
