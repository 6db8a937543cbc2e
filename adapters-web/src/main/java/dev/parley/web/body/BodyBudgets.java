package dev.parley.web.body;

/**
 * The budgets of a node.
 *
 * @param callers of requests whose caller is known
 * @param signIn of sign-ins, whose callers are strangers
 */
public record BodyBudgets(BodyBudget callers, BodyBudget signIn) {

    private static final int PART_OF_HEAP = 8;
    private static final int SIGN_IN_PART = 16;

    /**
     * Budgets that fit into a heap: an eighth of it for callers, and a sixteenth of that for sign-ins.
     *
     * @param heap in bytes
     */
    public static BodyBudgets ofHeap(long heap) {
        long bytes = heap / PART_OF_HEAP;
        return new BodyBudgets(new BodyBudget(bytes), new BodyBudget(bytes / SIGN_IN_PART));
    }
}
