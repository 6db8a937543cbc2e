package dev.parley.assistant.ask;

import dev.parley.application.assistant.Reply;
import dev.parley.application.model.HandoffTool;
import dev.parley.application.tool.RequestedCall;
import dev.parley.application.tool.ToolDefinition;
import dev.parley.application.tool.ToolText;
import dev.parley.assistant.ask.QuestionArguments.Asked;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Lets a model ask its user; the answers are the result of its call. */
public final class AskUser implements HandoffTool {

    /** What models call it; no other tool may have the name. */
    public static final String NAME = "ask_user";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ToolDefinition DEFINITION = new ToolDefinition(
            NAME,
            "Asks the user up to 10 questions in a form, and ends your turn. The answers come back as this call's result: "
                    + "for each question's id its values, or that the user skipped it. The user may answer a question with "
                    + "options in other words. Use it where you cannot go on without knowing.",
            """
            {
              "type": "object",
              "properties": {
                "questions": {
                  "type": "array",
                  "minItems": 1,
                  "maxItems": 10,
                  "items": {
                    "type": "object",
                    "properties": {
                      "id": {
                        "type": "string",
                        "minLength": 1,
                        "maxLength": 64,
                        "description": "Another for each question, such as due_date"
                      },
                      "question": {"type": "string", "minLength": 1, "maxLength": 500},
                      "type": {
                        "enum": ["single", "multiple", "text"],
                        "description": "One of the options, some of them, or free text"
                      },
                      "options": {
                        "type": "array",
                        "maxItems": 20,
                        "uniqueItems": true,
                        "items": {"type": "string", "minLength": 1, "maxLength": 200},
                        "description": "To pick from; not for free text"
                      },
                      "description": {
                        "type": "string",
                        "maxLength": 500,
                        "description": "More about a question for free text"
                      }
                    },
                    "required": ["id", "question", "type"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["questions"],
              "additionalProperties": false
            }""",
            ToolText.ASKING_USER.text());

    @Override
    public ToolDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Optional<String> begin(RequestedCall call, Reply reply) {
        List<Asked> questions =
                JSON.readValue(call.arguments(), QuestionArguments.class).questions();
        Optional<String> problem = problem(questions);
        if (problem.isEmpty()) {
            reply.ask(call, questions.stream().map(Asked::toAsk).toList());
        }
        return problem;
    }

    /** What a schema cannot say well. */
    private static Optional<String> problem(List<Asked> questions) {
        Set<String> ids = new HashSet<>();
        for (Asked asked : questions) {
            if (!ids.add(asked.id())) {
                return Optional.of("Two questions have the id " + asked.id() + ".");
            }
            if (asked.isFree() == asked.hasOptions()) {
                return Optional.of(
                        asked.isFree()
                                ? "The question " + asked.id() + " is for free text and must not have options."
                                : "The question " + asked.id() + " needs options to pick from.");
            }
        }
        return Optional.empty();
    }
}
