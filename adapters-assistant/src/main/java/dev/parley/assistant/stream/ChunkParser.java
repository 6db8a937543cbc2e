package dev.parley.assistant.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** Reads chunks and whole completions, token by token. */
final class ChunkParser {

    private final Set<String> unusable;
    private final DeltaParser deltas;

    /**
     * Makes the parser.
     *
     * @param unusable gets the names and types of known fields that cannot be used
     */
    ChunkParser(Set<String> unusable) {
        this.unusable = unusable;
        this.deltas = new DeltaParser();
    }

    /**
     * Reads JSON objects, mostly one; of an array its elements.
     *
     * @throws JacksonException if it is no JSON
     */
    List<Chunk> parse(String json) {
        JsonFields fields = new JsonFields(json, unusable);
        List<Chunk> chunks = new ArrayList<>(1);
        for (JsonToken next = fields.next(); next != null; next = fields.next()) {
            switch (next) {
                case START_OBJECT -> chunks.add(chunk(fields));
                case START_ARRAY, END_ARRAY -> {
                    // A list of chunks, or of errors.
                }
                default -> fields.skip();
            }
        }
        return chunks;
    }

    private Chunk chunk(JsonFields fields) {
        boolean error = false;
        boolean isErrorObject = false;
        boolean detail = false;
        TokenCounts tokens = null;
        List<Chunk.ChunkChoice> choices = List.of();
        for (String name = fields.nextMember(); name != null; name = fields.nextMember()) {
            switch (name) {
                case "choices" -> choices = choices(fields);
                case "usage", "x_groq" -> tokens = max(tokens, tokens(fields, name));
                case "error" -> error = says(fields);
                case "detail" -> detail = says(fields);
                case "object" ->
                    isErrorObject = fields.isString() && fields.text(name).equals("error");
                default -> fields.skip();
            }
        }
        for (Chunk.ChunkChoice choice : choices) {
            tokens = max(tokens, choice.tokens());
        }
        return new Chunk(error || isErrorObject || (detail && choices.isEmpty()), tokens, choices);
    }

    private List<Chunk.ChunkChoice> choices(JsonFields fields) {
        if (fields.isObject()) {
            return List.of(choice(fields));
        }
        if (!fields.isArray()) {
            fields.unusable("choices");
            return List.of();
        }
        List<Chunk.ChunkChoice> choices = new ArrayList<>(1);
        while (fields.nextElement()) {
            if (fields.isObject()) {
                choices.add(choice(fields));
            } else {
                fields.unusable("choices[]");
            }
        }
        return choices;
    }

    private Chunk.ChunkChoice choice(JsonFields fields) {
        Long index = null;
        Delta delta = null;
        Delta message = null;
        String finishReason = "";
        TokenCounts tokens = null;
        for (String name = fields.nextMember(); name != null; name = fields.nextMember()) {
            switch (name) {
                case "index" -> index = fields.number(name);
                case "delta" -> delta = delta(fields, name);
                case "message" -> message = delta(fields, name);
                case "finish_reason" -> finishReason = finishReason(fields, name);
                case "usage" -> tokens = tokens(fields, name);
                default -> fields.skip();
            }
        }
        return new Chunk.ChunkChoice(index, delta, message, finishReason, tokens);
    }

    private static String finishReason(JsonFields fields, String name) {
        if (fields.isString()) {
            return fields.text(name).strip();
        }
        fields.unusable(name);
        return "";
    }

    private @Nullable Delta delta(JsonFields fields, String name) {
        if (fields.isObject()) {
            return deltas.parse(fields);
        }
        fields.unusable(name);
        return null;
    }

    /** Usage, or an extension that has it. */
    private static @Nullable TokenCounts tokens(JsonFields fields, String name) {
        if (!fields.isObject()) {
            fields.unusable(name);
            return null;
        }
        long prompt = 0;
        long completion = 0;
        long reasoning = 0;
        TokenCounts inner = null;
        for (String member = fields.nextMember(); member != null; member = fields.nextMember()) {
            switch (member) {
                case "prompt_tokens", "input_tokens" -> prompt = count(fields, member, prompt);
                case "completion_tokens", "output_tokens" -> completion = count(fields, member, completion);
                case "reasoning_tokens" -> reasoning = count(fields, member, reasoning);
                case "completion_tokens_details", "output_tokens_details", "usage" ->
                    inner = max(inner, tokens(fields, member));
                default -> fields.skip();
            }
        }
        return max(inner, new TokenCounts(prompt, completion, reasoning));
    }

    private static long count(JsonFields fields, String name, long before) {
        Long count = fields.number(name);
        return count == null ? before : Math.max(before, count);
    }

    private static @Nullable TokenCounts max(@Nullable TokenCounts one, @Nullable TokenCounts other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.max(other);
    }

    /** Whether an error is one: some providers have an empty one in each chunk. */
    private static boolean says(JsonFields fields) {
        return switch (fields.token()) {
            case VALUE_STRING -> !fields.text("error").isBlank();
            case START_OBJECT, START_ARRAY -> fields.raw().chars().anyMatch(next -> "{}[] \t\r\n".indexOf(next) < 0);
            case VALUE_NULL, VALUE_FALSE -> false;
            default -> true;
        };
    }
}
