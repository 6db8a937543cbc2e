package dev.parley.assistant.offline;

import dev.parley.assistant.offline.Intent.Change;
import dev.parley.assistant.offline.TaskTools.Listing;
import java.util.List;
import java.util.function.Predicate;

/** What came of looking for the one task that a user means. */
sealed interface Lookup {

    /** It is this one. */
    record Found(KnownTask task) implements Lookup {}

    /** It may be any of these. */
    record Ambiguous(Listing candidates) implements Lookup {}

    /** There is none. */
    record Missing() implements Lookup {}

    /**
     * The task with the title, else the only one whose title has it as a part. Of several with the title it is the only
     * one that the change is about: who completes a task does not mean the one of last week that is done.
     */
    static Lookup of(Change wanted, Listing hits) {
        String title = folded(wanted.title());
        List<KnownTask> exact = where(hits.tasks(), task -> folded(task.title()).equals(title));
        List<KnownTask> changing = where(exact, wanted.change()::changes);
        if (changing.size() == 1) {
            return new Found(changing.getFirst());
        }
        int untold = hits.total() - hits.tasks().size();
        return exact.isEmpty()
                ? among(where(hits.tasks(), task -> folded(task.title()).contains(title)), untold)
                : among(exact, 0);
    }

    private static Lookup among(List<KnownTask> candidates, int untold) {
        if (candidates.isEmpty() && untold == 0) {
            return new Missing();
        }
        return candidates.size() == 1 && untold == 0
                ? new Found(candidates.getFirst())
                : new Ambiguous(new Listing(candidates, candidates.size() + untold));
    }

    private static List<KnownTask> where(List<KnownTask> tasks, Predicate<KnownTask> holds) {
        return tasks.stream().filter(holds).toList();
    }

    private static String folded(String title) {
        return PlainText.folded(title.strip());
    }
}
