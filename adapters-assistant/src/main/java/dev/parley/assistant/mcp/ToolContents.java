package dev.parley.assistant.mcp;

import dev.parley.application.tool.ToolResult;
import dev.parley.domain.shared.Text;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The text of what a tool has returned; of images and sounds, what they are. */
final class ToolContents {

    private static final String NOTHING = "The tool returned nothing.";
    private static final int MAXIMUM_WORD = 500;

    private ToolContents() {}

    /** The result as a model can read it; see the protocol's "Tools, Tool Result". */
    static ToolResult of(JsonNode result) {
        List<String> parts = new ArrayList<>();
        result.path("content").forEach(part -> parts.add(render(part)));
        JsonNode structured = result.path("structuredContent");
        if (isSomething(structured) && parts.stream().noneMatch(text -> Json.isSame(text, structured))) {
            parts.add(structured.toString());
        }
        String content = parts.isEmpty() ? NOTHING : String.join("\n", parts);
        return new ToolResult(content, result.path("isError").asBoolean(false));
    }

    private static boolean isSomething(JsonNode structured) {
        return !structured.isMissingNode() && !structured.isNull();
    }

    private static String render(JsonNode part) {
        String type = part.path("type").asString("");
        return switch (type) {
            case "text" -> part.path("text").asString("");
            case "image", "audio" -> "[" + article(type) + " " + data(part, "data") + ", which cannot be shown here]";
            case "resource" -> resource(part.path("resource"));
            case "resource_link" -> link(part);
            default -> "[something of the type " + shortened(type) + ", which cannot be shown here]";
        };
    }

    private static String article(String type) {
        return type.equals("image") ? "an image" : "a sound";
    }

    private static String resource(JsonNode resource) {
        String uri = word(resource, "uri");
        JsonNode text = resource.path("text");
        return text.isString()
                ? "[" + uri + "]\n" + text.asString()
                : "[" + uri + ": " + data(resource, "blob") + ", which cannot be shown here]";
    }

    private static String link(JsonNode link) {
        String description = word(link, "description");
        return "[a link to " + word(link, "name") + ", " + word(link, "uri")
                + (description.isEmpty() ? "" : ": " + description) + "]";
    }

    private static String data(JsonNode part, String field) {
        String type = word(part, "mimeType");
        return (type.isEmpty() ? "of an unknown type" : "of the type " + type) + " and "
                + bytes(part.path(field).asString("")) + " bytes";
    }

    /** How many bytes base64 text stands for (RFC 4648, section 4). */
    private static long bytes(String base64) {
        int end = base64.length();
        while (end > 0 && base64.charAt(end - 1) == '=') {
            end--;
        }
        return end * 3L / 4;
    }

    private static String word(JsonNode node, String field) {
        return shortened(node.path(field).asString(""));
    }

    private static String shortened(String text) {
        return Text.cut(Text.onOneLine(text), MAXIMUM_WORD);
    }
}
