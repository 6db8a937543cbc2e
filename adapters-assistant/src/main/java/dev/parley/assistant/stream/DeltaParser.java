package dev.parley.assistant.stream;

import dev.parley.assistant.stream.Piece.Kind;
import dev.parley.domain.item.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a message or the next part of one. */
final class DeltaParser {

    /** Begins on the object's first token and ends on its last one. */
    Delta parse(JsonFields fields) {
        DeltaBuilder delta = new DeltaBuilder();
        for (String name = fields.nextMember(); name != null; name = fields.nextMember()) {
            switch (name) {
                case "role" -> fields.skip();
                case "content" -> parts(fields, name, Kind.ANSWER, delta.content);
                case "refusal" -> parts(fields, name, Kind.REFUSAL, delta.refusal);
                case "reasoning_content", "reasoning", "reasoning_details" -> reasoning(fields, name, delta);
                case "tool_calls" -> calls(fields, name, delta.calls);
                case "function_call" -> functionCall(fields, name, delta.calls);
                case "annotations" -> delta.sources = Citations.of(fields.raw());
                default -> other(fields, name, delta);
            }
        }
        return delta.build();
    }

    private static void other(JsonFields fields, String name, DeltaBuilder delta) {
        if (fields.isNull()) {
            return;
        }
        String raw = fields.raw();
        delta.alive = delta.alive || (raw.startsWith("\"") && raw.length() > 2);
        delta.others.put(name, raw);
    }

    /** Its text is shown, and all of it is kept. Only what is no string, and rare, has to be read again. */
    private static void reasoning(JsonFields fields, String name, DeltaBuilder delta) {
        if (fields.isNull()) {
            return;
        }
        List<Piece> pieces = new ArrayList<>(1);
        String raw = fields.raw();
        parts(fields.isString() ? fields : fields.of(raw), name, Kind.REASONING, pieces);
        delta.reasoning.put(name, pieces);
        delta.others.put(name, raw);
    }

    /** A text, a part, or a list of both. */
    private static void parts(JsonFields fields, String name, Kind kind, List<Piece> pieces) {
        if (fields.isString()) {
            add(pieces, kind, fields.text(name));
        } else if (fields.isObject()) {
            part(fields, name, kind, pieces);
        } else if (fields.isArray()) {
            while (fields.nextElement()) {
                parts(fields, name + "[]", kind, pieces);
            }
        } else {
            fields.unusable(name);
        }
    }

    /** A part's type may stand behind its text. Parts of unknown types, such as images, are passed over. */
    private static void part(JsonFields fields, String name, Kind kind, List<Piece> pieces) {
        String type = "";
        List<Piece> found = new ArrayList<>(1);
        for (String member = fields.nextMember(); member != null; member = fields.nextMember()) {
            switch (member) {
                case "type" -> type = fields.isString() ? fields.text(member) : type;
                case "text", "value", "content", "summary" -> parts(fields, name + "." + member, kind, found);
                case "refusal" -> parts(fields, name + "." + member, Kind.REFUSAL, found);
                case "thinking", "reasoning" -> parts(fields, name + "." + member, Kind.REASONING, found);
                default -> fields.skip();
            }
        }
        boolean isReasoning = type.contains("thinking") || type.contains("reasoning") || type.contains("thought");
        boolean isText = type.isEmpty() || type.contains("text") || type.equals("refusal") || type.contains("summary");
        for (Piece piece : found) {
            if (isReasoning) {
                add(pieces, Kind.REASONING, piece.text());
            } else if (isText || piece.kind() != Kind.ANSWER) {
                pieces.add(piece);
            }
        }
    }

    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text));
        }
    }

    private static void calls(JsonFields fields, String name, List<CallFragment> calls) {
        if (fields.isObject()) {
            calls.add(call(fields));
            return;
        }
        if (!fields.isArray()) {
            fields.unusable(name);
            return;
        }
        while (fields.nextElement()) {
            if (fields.isObject()) {
                calls.add(call(fields));
            } else {
                fields.unusable(name + "[]");
            }
        }
    }

    private static CallFragment call(JsonFields fields) {
        Long index = null;
        String id = "";
        FunctionBuilder function = new FunctionBuilder();
        Map<String, String> others = new LinkedHashMap<>();
        for (String name = fields.nextMember(); name != null; name = fields.nextMember()) {
            switch (name) {
                case "index" -> index = fields.number("tool_calls.index");
                case "id" -> id = fields.text("tool_calls.id");
                case "type" -> fields.skip();
                case "function" -> function(fields, "tool_calls.function", function);
                default -> {
                    if (!fields.isNull()) {
                        others.put(name, fields.raw());
                    }
                }
            }
        }
        return new CallFragment(index, id, function.name, function.arguments, others);
    }

    private static void functionCall(JsonFields fields, String name, List<CallFragment> calls) {
        if (fields.isNull()) {
            return;
        }
        FunctionBuilder function = new FunctionBuilder();
        function(fields, name, function);
        calls.add(new CallFragment(CallFragment.FUNCTION_CALL_INDEX, "", function.name, function.arguments, Map.of()));
    }

    private static void function(JsonFields fields, String field, FunctionBuilder function) {
        if (!fields.isObject()) {
            fields.unusable(field);
            return;
        }
        for (String name = fields.nextMember(); name != null; name = fields.nextMember()) {
            switch (name) {
                case "name" -> function.name = name(fields, field + ".name");
                case "arguments" -> function.arguments = arguments(fields, field + ".arguments");
                default -> fields.skip();
            }
        }
    }

    private static String name(JsonFields fields, String field) {
        if (fields.isString()) {
            return fields.text(field);
        }
        fields.unusable(field);
        return "";
    }

    /** A text is the JSON; an object is itself; of another type they stay what they are, which no tool takes. */
    private static String arguments(JsonFields fields, String field) {
        if (fields.isString()) {
            return fields.text(field);
        }
        if (fields.isNull()) {
            return "";
        }
        if (fields.isObject()) {
            return fields.raw();
        }
        fields.remember(field, fields.token());
        return fields.raw();
    }

    /** What a call names. */
    private static final class FunctionBuilder {
        private String name = "";
        private String arguments = "";
    }

    /** What the members of a delta say, put into order at its end. */
    private static final class DeltaBuilder {

        private static final List<String> REASONING = List.of("reasoning_content", "reasoning", "reasoning_details");

        private final Map<String, List<Piece>> reasoning = new LinkedHashMap<>(4);
        private final List<Piece> content = new ArrayList<>(1);
        private final List<Piece> refusal = new ArrayList<>(0);
        private final List<CallFragment> calls = new ArrayList<>(0);
        private final Map<String, String> others = new LinkedHashMap<>(4);
        private List<Annotation> sources = List.of();
        private boolean alive;

        /** Providers disagree about the name of reasoning, and some send the same text under several. */
        Delta build() {
            List<Piece> pieces = new ArrayList<>(reasoning());
            pieces.addAll(content);
            pieces.addAll(refusal);
            return new Delta(pieces, sources, calls, others, alive || !pieces.isEmpty() || !calls.isEmpty());
        }

        private List<Piece> reasoning() {
            return REASONING.stream()
                    .map(reasoning::get)
                    .filter(pieces -> pieces != null && !pieces.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
    }
}
