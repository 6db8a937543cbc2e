package dev.parley.application.run;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.ConversationRepository;
import dev.parley.domain.conversation.Item;
import dev.parley.domain.conversation.UserMessage;
import dev.parley.domain.run.Run;
import java.util.ArrayList;
import java.util.List;

/** What a message that begins a run makes: its item, the run's first events and what the assistant is told. */
final class RunStart {

    private final ConversationRepository conversations;
    private final RunLog log;
    private final int transcriptItems;

    RunStart(ConversationRepository conversations, RunLog log, int transcriptItems) {
        this.conversations = conversations;
        this.log = log;
        this.transcriptItems = transcriptItems;
    }

    /** Writes them, inside a unit that has locked the conversation and stored the run. */
    Begun begin(Conversation before, Appended appended, Run run) {
        List<Item> transcript = conversations.latestItems(before.id(), transcriptItems);
        conversations.append(appended);
        List<RunEvent> opening = opening(before, appended);
        log.append(List.of(new RunLog.Batch(run.id(), 1, opening)));
        Turn turn = new Turn(appended.conversation(), transcript, (UserMessage) appended.item());
        return new Begun(run, turn, opening);
    }

    private static List<RunEvent> opening(Conversation before, Appended appended) {
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.ItemDone(appended.item()));
        events.add(new RunEvent.StreamOptions(false));
        if (!appended.conversation().title().equals(before.title())) {
            events.add(new RunEvent.ThreadUpdated(appended.conversation()));
        }
        return events;
    }

    /** A run that may be launched as soon as the unit has committed. */
    record Begun(Run run, Turn turn, List<RunEvent> opening) {}
}
