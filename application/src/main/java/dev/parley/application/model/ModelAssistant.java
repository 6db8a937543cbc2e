package dev.parley.application.model;

import dev.parley.application.assistant.Assistant;
import dev.parley.application.assistant.NoticeLevel;
import dev.parley.application.assistant.Reply;
import dev.parley.application.assistant.Turn;
import dev.parley.application.assistant.TurnCause;
import dev.parley.application.shared.Language;
import dev.parley.application.shared.SystemFailure;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolText;
import dev.parley.domain.run.TurnEnd;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model as an assistant: its turn, the tools that it calls, their results, and its next turn, until it has answered. */
public final class ModelAssistant implements Assistant {

    private static final Logger log = LoggerFactory.getLogger(ModelAssistant.class);

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

    @Override
    public boolean canCall(String tool, boolean clientActs) {
        return offered(clientActs).has(tool) || tools.definition(tool).isPresent();
    }

    private HandoffTools offered(boolean clientActs) {
        return clientActs ? handoffTools : HandoffTools.NONE;
    }

    /**
     * The tool that the user picked for the message. It has been called where the answer goes on after what the user's client
     * did, and it may be gone where an earlier message is answered again.
     */
    private static @Nullable String toolChoice(Turn turn, List<ToolDefinition> callable) {
        String picked = turn.message().options().toolChoice();
        boolean isCallable = callable.stream().anyMatch(tool -> tool.name().equals(picked));
        return isCallable && turn.cause() instanceof TurnCause.MessageSent ? picked : null;
    }

    private void answer(Turn turn, Reply reply, List<Prompt.Message> messages) {
        HandoffTools offered = offered(turn.clientActs());
        Thinking thinking = policy.showsReasoning() ? new Thinking(reply, clock) : null;
        CallBudget budget = new CallBudget(policy.maximumCalls());
        for (int round = 0; round <= policy.maximumRounds(); round++) {
            SpeechRelay heard = new SpeechRelay(reply, thinking);
            List<ToolDefinition> callable = offered.with(tools.definitions());
            Prompt prompt = new Prompt(
                    messages,
                    callable,
                    turn.message().options().model(),
                    round == 0 ? toolChoice(turn, callable) : null);
            ModelTurn answered = round == 0 ? askTwiceAtMost(prompt, heard, reply) : ask(prompt, heard, reply);
            heard.end();
            reply.turnEnded(answered.end());
            if (answered.calls().isEmpty() || answered.end().isHeldBack()) {
                showEnd(answered.end(), turn, reply);
                return;
            }
            if (round == policy.maximumRounds()) {
                heard.add(Language.of(turn.locale()).localize(ToolText.STEPS_USED_UP.text()));
                return;
            }
            CallRound calls = new CallRound(reply, offered, budget);
            if (answered.end() == TurnEnd.LENGTH) {
                calls.reject(answered.calls());
            } else if (!calls.make(answered.calls())) {
                return;
            }
            messages.addAll(calls.told(heard.text()));
        }
    }

    /** An empty answer is asked for once more; behind tools that were called, nothing more may have to be said. */
    private ModelTurn askTwiceAtMost(Prompt prompt, SpeechRelay speech, Reply reply) {
        ModelTurn first = ask(prompt, speech, reply);
        ModelTurn answered = first.end() == TurnEnd.EMPTY ? ask(prompt, speech, reply) : first;
        if (answered.end() == TurnEnd.EMPTY) {
            throw SystemFailure.upstream("assistant", new IllegalStateException("the model answered nothing, twice"));
        }
        return answered;
    }

    private ModelTurn ask(Prompt prompt, SpeechRelay speech, Reply reply) {
        ModelTurn turn = model.answer(prompt, speech);
        reply.usage(turn.usage());
        return turn;
    }

    /** A model that refuses says so itself. */
    private static void showEnd(TurnEnd end, Turn turn, Reply reply) {
        switch (end) {
            case LENGTH -> showEnd(ModelText.CUT_OFF_BY_LENGTH, turn, reply);
            case CONTENT_FILTER -> showEnd(ModelText.HELD_BACK, turn, reply);
            case STOP, REFUSAL, EMPTY -> {}
        }
    }

    private static void showEnd(ModelText text, Turn turn, Reply reply) {
        log.info("An answer is not whole: {}", text);
        reply.notice(NoticeLevel.WARNING, Language.of(turn.locale()).localize(text.text()), null);
    }
}
