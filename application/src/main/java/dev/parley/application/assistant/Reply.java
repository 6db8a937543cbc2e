package dev.parley.application.assistant;

import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolResult;
import dev.parley.domain.conversation.ThreadStatus;
import dev.parley.domain.item.Annotation;
import dev.parley.domain.item.GeneratedImage;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.ItemId;
import dev.parley.domain.item.Question;
import dev.parley.domain.item.Workflow;
import dev.parley.domain.item.WorkflowTask;
import dev.parley.domain.run.TurnEnd;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Failure;
import dev.parley.domain.shared.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an assistant speaks, shows and asks. To say text is enough for most; the rest is what a ChatKit client can show.
 *
 * <p>An item is committed before it is told to be done. Only committing waits for storage, and nothing waits for a client.
 * What is begun and not done when the assistant returns is done as it is then; what is begun when it fails or is stopped is
 * taken back, except messages that say something. Text that PostgreSQL cannot keep is made storable. Not for several
 * threads at a time.
 *
 * <p>Every method but {@link #usage}, {@link #turnEnded} and {@link #change} throws {@link RunStopped} if nobody wants the
 * answer any longer, {@link AnswerTooLong} if the answer outgrows what Parley keeps, and {@link IllegalStateException} after
 * {@link #callClientTool}, which ends the answer.
 */
public interface Reply {

    /**
     * Says more text. What is said in one go is one message, until the assistant does something that makes another item.
     *
     * @param delta what comes next; an empty one says nothing
     */
    void text(String delta);

    /**
     * Tells where something that {@link #text} has just said comes from; nothing where no message is being said.
     *
     * @param annotation its index counts from the beginning of that message
     */
    void annotate(Annotation annotation);

    /** Begins a message of its own, with parts and annotations. */
    OpenMessage message();

    /** Tells the user what goes on while nothing is said. */
    default void progress(String text) {
        progress(null, text);
    }

    /**
     * Tells the user what goes on while nothing is said.
     *
     * @param icon a name that ChatKit knows; null for none
     */
    void progress(@Nullable String icon, String text);

    /**
     * Tells the user something beside the conversation; nothing is stored.
     *
     * @param message Markdown
     * @param title null for none
     */
    void notice(NoticeLevel level, String message, @Nullable String title);

    /**
     * Lets the client do something of its own; nothing is stored.
     *
     * @param data an object
     * @throws IllegalArgumentException if the data is no JSON object
     */
    void effect(String name, Json data);

    /** Begins to show work, step by step. */
    OpenWorkflow workflow(Workflow.Kind kind, boolean expanded);

    /** Shows a single step of work. */
    ItemId task(WorkflowTask task);

    /** Shows a widget that does not change; see {@link #widget(Json, String)}. */
    default ItemId widget(Json widget) {
        return widget(widget, null);
    }

    /**
     * Shows a widget that does not change.
     *
     * @param widget the tree of its components, an object of at most 256 Ki UTF-16 units
     * @param copyText what copying it gives; null for nothing
     * @throws IllegalArgumentException if it is no JSON object, or too long
     */
    ItemId widget(Json widget, @Nullable String copyText);

    /**
     * Begins a widget that changes while it is shown.
     *
     * @param copyText what copying it gives; null for nothing
     */
    OpenWidget streamWidget(@Nullable String copyText);

    /** Shows an image. */
    ItemId image(GeneratedImage.Image image);

    /** Begins an image that can be seen better and better. */
    OpenImage streamImage();

    /**
     * Calls a tool. The call is committed before it is made, and its result before it is returned, so that a crash never
     * makes a tool do something twice without anybody knowing.
     *
     * @return the result, or an error to act on; a tool never ends the answer
     */
    ToolResult callTool(RequestedCall call);

    /**
     * Lets the client call a tool of its own, and ends the answer: only {@link #usage} and {@link #turnEnded} may follow.
     * What the client gives back begins a turn whose cause is {@link TurnCause.ToolReturned}.
     *
     * @param call its arguments are a JSON object
     * @throws IllegalArgumentException if they are none, or too long
     */
    ItemId callClientTool(RequestedCall call);

    /** Asks the user; the answers begin a turn whose cause is {@link TurnCause.Answered}. The answer may go on. */
    ItemId ask(List<Question> questions);

    /**
     * Asks the user because a model wants it: the answers become the result of the model's call, which is stored with the
     * questions.
     */
    ItemId ask(RequestedCall call, List<Question> questions);

    /**
     * Gives the thread a title.
     *
     * @param text put on one line, and cut where it is longer than 100 characters
     * @throws IllegalArgumentException if it is blank
     */
    void title(String text);

    /** Opens, locks or closes the thread. */
    void status(ThreadStatus status);

    /**
     * Says from where the thread's images may come.
     *
     * @param domains {@code *} for anywhere; null for what the operator has set, which is Parley's own alone by default
     */
    void imageDomains(@Nullable List<String> domains);

    /**
     * Stores what the assistant is to know in the next turns; no client is told.
     *
     * @throws IllegalArgumentException if it is no JSON, or longer than 256 Ki UTF-16 units
     */
    ItemId remember(Json content);

    /**
     * Takes an item out of the thread, or takes back one that was begun.
     *
     * @throws Failure ITEM_NOT_FOUND if the thread has no such item
     */
    void remove(ItemId id);

    /**
     * Puts an item in the place of the one with its id, which has the same type, whatever has become of that meanwhile;
     * see {@link #change}.
     *
     * @throws Failure ITEM_NOT_FOUND if the thread has no such item of this type
     */
    void replace(Item item);

    /**
     * Changes an item as it is then. Other than all else this is done although nobody wants the answer any longer, for it
     * may show what has been done already.
     *
     * @return false if the thread has no such item any longer
     */
    boolean change(ItemChange change);

    /** Says that nothing more comes until the user does something. */
    void endTurn();

    /** Adds to what the answer has cost. */
    void usage(Usage usage);

    /** Notes why a turn of the model ended; that of the last one becomes the run's. */
    void turnEnded(TurnEnd end);
}
