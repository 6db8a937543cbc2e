package dev.parley.assistant.mcp;

import dev.parley.application.tool.ToolDefinition;
import dev.parley.domain.shared.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names that every model takes. */
final class ToolNames {

    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_-]");
    private static final int MARK_BYTES = 4;

    private ToolNames() {}

    /** The name, or if it does not fit one that does and ends in a mark of it, so that no two become the same. */
    static String fitting(String name) {
        if (ToolDefinition.isName(name)) {
            return name;
        }
        String mark = "_" + mark(name);
        return Text.cut(FOREIGN.matcher(name).replaceAll("_"), ToolDefinition.MAXIMUM_NAME - mark.length()) + mark;
    }

    private static String mark(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
