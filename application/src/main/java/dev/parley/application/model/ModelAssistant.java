package dev.parley.application.model;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.shared.Language;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A model as an assistant: its turn, the tools that it calls, their results, and its next turn, until it has answered. */
public final class ModelAssistant implements Assistant {

    private final ChatModel model;
    private final ToolBox tools;
    private final HandoffTools handoffTools;
    private final AttachedFiles files;
    private final InstantSource clock;
    private final ModelPolicy policy;

    /** Makes the assistant. */
    public ModelAssistant(
            ChatModel model,
            ToolBox tools,
            HandoffTools handoffTools,
            AttachedFiles files,
            InstantSource clock,
            ModelPolicy policy) {
        this.model = model;
        this.tools = tools;
        this.handoffTools = handoffTools;
        this.files = files;
        this.clock = clock;
        this.policy = policy;
    }

    /** Files are read once for all rounds. */
    @Override
    public void answer(Turn turn, Reply reply) {
        try (FileContents contents = files.read(turn.conversation().owner(), Transcript.files(turn))) {
            answer(turn, reply, new ArrayList<>(Transcript.messages(policy.instructions(), turn, contents.byId())));
        }
    }

    private void answer(Turn turn, Reply reply, List<Prompt.Message> messages) {
        HandoffTools offered = turn.clientActs() ? handoffTools : HandoffTools.NONE;
        Thinking thinking = policy.showsReasoning() ? new Thinking(reply, clock) : null;
        CallBudget budget = new CallBudget(policy.maximumCalls());
        for (int round = 0; round <= policy.maximumRounds(); round++) {
            SpeechRelay heard = new SpeechRelay(reply, thinking);
            ModelTurn answered = model.answer(
                    new Prompt(
                            messages,
                            offered.with(tools.definitions()),
                            turn.message().options().model()),
                    heard);
            heard.end();
            reply.usage(answered.usage());
            if (answered.calls().isEmpty()) {
                return;
            }
            if (round == policy.maximumRounds()) {
                heard.add(Language.of(turn.locale()).localize(ToolText.STEPS_USED_UP.text()));
                return;
            }
            CallRound calls = new CallRound(reply, offered, budget);
            if (!calls.make(answered.calls())) {
                return;
            }
            messages.addAll(calls.told(heard.text()));
        }
    }
}
