package dev.parley.application.model;

import dev.parley.application.run.Assistant;
import dev.parley.application.run.Reply;
import dev.parley.application.run.Turn;
import dev.parley.application.tool.ToolBox;
import dev.parley.domain.conversation.Annotation;
import java.util.ArrayList;
import java.util.List;

/** A model as an assistant: its turn, the tools that it calls, their results, and its next turn, until it has answered. */
public final class ModelAssistant implements Assistant {

    private static final String ROUNDS_USED_UP =
            "I have used as many steps as I may for one answer and stop here. Please tell me how to go on.";

    private final ChatModel model;
    private final ToolBox tools;
    private final EndingTools endingTools;
    private final AttachedFiles files;
    private final String systemText;
    private final int maximumRounds;

    /**
     * Makes the assistant.
     *
     * @param systemText the operator's instructions; empty for none
     * @param maximumRounds how often the model may call tools in one answer
     */
    public ModelAssistant(
            ChatModel model,
            ToolBox tools,
            EndingTools endingTools,
            AttachedFiles files,
            String systemText,
            int maximumRounds) {
        this.model = model;
        this.tools = tools;
        this.endingTools = endingTools;
        this.files = files;
        this.systemText = systemText;
        this.maximumRounds = maximumRounds;
    }

    @Override
    public void answer(Turn turn, Reply reply) {
        List<Prompt.Message> messages = new ArrayList<>(told(turn));
        for (int round = 0; round <= maximumRounds; round++) {
            Heard heard = new Heard(reply);
            ModelTurn answered = model.answer(
                    new Prompt(
                            messages,
                            endingTools.with(tools.definitions()),
                            turn.message().options().model()),
                    heard);
            reply.usage(answered.usage());
            if (answered.calls().isEmpty()) {
                return;
            }
            if (round == maximumRounds) {
                heard.add(ROUNDS_USED_UP);
                return;
            }
            CallRound calls = new CallRound(reply, endingTools);
            if (!calls.make(answered.calls())) {
                return;
            }
            messages.addAll(calls.told(heard.text()));
        }
    }

    /** Files are read once for all rounds. */
    private List<Prompt.Message> told(Turn turn) {
        return Transcript.messages(
                systemText, turn, files.read(turn.conversation().owner(), Transcript.files(turn)));
    }

    /** Passes on what the model says, and remembers it for the next round. */
    private static final class Heard implements ChatModel.Speech {

        private final Reply reply;
        private final StringBuilder text = new StringBuilder();

        Heard(Reply reply) {
            this.reply = reply;
        }

        @Override
        public void text(String delta) {
            text.append(delta);
            reply.text(delta);
        }

        @Override
        public void source(Annotation annotation) {
            reply.annotate(annotation);
        }

        /** Says something of our own, apart from what the model has said. */
        void add(String paragraph) {
            reply.text(text.isEmpty() ? paragraph : "\n\n" + paragraph);
        }

        String text() {
            return text.toString();
        }
    }
}
