package dev.parley.application.run;

import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.event.RunEvent;
import dev.parley.application.event.RunLog;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.item.Item;
import dev.parley.domain.item.UserMessage;
import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunOptions;
import dev.parley.domain.shared.PageLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What begins a run: its first events and what the assistant is told. */
final class TurnFactory {

    /** What an assistant is told at most, beside its newest item: 2 MiB. */
    private static final long TRANSCRIPT_BYTES = 2 << 20;

    private final ConversationRepository conversations;
    private final RunLog log;
    private final int transcriptItems;

    TurnFactory(ConversationRepository conversations, RunLog log, int transcriptItems) {
        this.conversations = conversations;
        this.log = log;
        this.transcriptItems = transcriptItems;
    }

    /** Begins it, inside a unit that has locked the conversation and stored the run and whatever the opening tells of. */
    Begun begin(Run run, RunOptions options, TurnTrigger opening) {
        List<RunEvent> events = Stream.of(
                        opening.first(),
                        List.<RunEvent>of(new RunEvent.StreamOptions(options.allowCancel())),
                        opening.then())
                .flatMap(List::stream)
                .toList();
        log.append(List.of(new RunLog.Batch(run.id(), 1, events)));
        return new Begun(run, turn(options, opening), events);
    }

    private Turn turn(RunOptions options, TurnTrigger opening) {
        boolean isSpoken = opening.cause() instanceof TurnCause.Spoken;
        PageLimit limit = new PageLimit(isSpoken ? transcriptItems + 1 : transcriptItems, TRANSCRIPT_BYTES);
        List<Item> items =
                new ArrayList<>(conversations.latestItems(opening.conversation().id(), limit));
        UserMessage message = isSpoken ? (UserMessage) items.removeLast() : latest(items, opening);
        return new Turn(
                opening.conversation(), items, message, opening.cause(), options.locale(), options.clientActs());
    }

    private UserMessage latest(List<Item> items, TurnTrigger opening) {
        return items.reversed().stream()
                .filter(UserMessage.class::isInstance)
                .map(UserMessage.class::cast)
                .findFirst()
                .or(() -> conversations.latestUserMessage(opening.conversation().id()))
                .orElseGet(() -> Turn.nothingSaid(opening.conversation()));
    }

    /** A run that may be launched as soon as the unit has committed. */
    record Begun(Run run, Turn turn, List<RunEvent> opening) {}
}
