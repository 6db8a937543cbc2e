package dev.parley.assistant.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An MCP server of the rough kind: it greets on its standard output, tells its tools in two pages, dies when asked to,
 * and with the argument {@code stubborn} ignores that it should end.
 */
public final class StdioMcpProgram {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOOL = "{\"name\":\"%s\",\"inputSchema\":{\"type\":\"object\"}}";

    private final PrintStream out;

    private StdioMcpProgram(PrintStream out) {
        this.out = out;
    }

    /** The command that runs it. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StdioMcpProgram.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The entry point. */
    @SuppressWarnings("SystemOut") // is how it speaks
    public static void main(String[] arguments) throws IOException {
        System.err.println("starting");
        System.out.println("Welcome!");
        if (List.of(arguments).contains("stubborn")) {
            Runtime.getRuntime().addShutdownHook(new Thread(StdioMcpProgram::awaitForever));
        }
        new StdioMcpProgram(System.out).serve();
        if (List.of(arguments).contains("stubborn")) {
            awaitForever();
        }
    }

    private void serve() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode message = JSON.readTree(line);
            if (message.has("id")) {
                answer(message);
            }
        }
    }

    private void answer(JsonNode message) {
        switch (message.path("method").asString("")) {
            case "initialize" ->
                result(
                        message,
                        "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{}},\"serverInfo\":{\"name\":\"rough\",\"version\":\"1\"}}");
            case "tools/list" ->
                result(message, page(message.at("/params/cursor").asString("")));
            case "tools/call" -> call(message);
            default -> result(message, "{}");
        }
    }

    private static String page(String cursor) {
        return cursor.isEmpty()
                ? "{\"tools\":[" + TOOL.formatted("echo") + "," + TOOL.formatted("environment")
                        + ",{\"description\":\"nameless\"}],\"nextCursor\":\"2\"}"
                : "{\"tools\":[" + TOOL.formatted("die") + "," + TOOL.formatted("novel") + ","
                        + TOOL.formatted("refuse") + "," + TOOL.formatted("pid") + "]}";
    }

    private void call(JsonNode message) {
        switch (message.at("/params/name").asString("")) {
            case "echo" -> text(message, message.at("/params/arguments/text").asString(""));
            case "environment" -> {
                Set<String> names = new TreeSet<>(System.getenv().keySet());
                text(message, String.join(" ", names));
            }
            case "pid" -> text(message, Long.toString(ProcessHandle.current().pid()));
            case "novel" ->
                result(message, "{\"content\":[{\"type\":\"hologram\"},{\"type\":\"text\",\"text\":\"seen\"}]}");
            case "die" -> Runtime.getRuntime().halt(3);
            default ->
                say("{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32602,\"message\":\"not today\"}}"
                        .formatted(message.path("id")));
        }
    }

    private void text(JsonNode message, String text) {
        result(message, "{\"content\":[{\"type\":\"text\",\"text\":" + JSON.writeValueAsString(text) + "}]}");
    }

    private void result(JsonNode message, String result) {
        say("{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}".formatted(message.path("id"), result));
    }

    private void say(String line) {
        out.print(line + "\n");
        out.flush();
    }

    private static void awaitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
