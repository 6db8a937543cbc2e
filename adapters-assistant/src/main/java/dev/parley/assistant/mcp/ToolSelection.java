package dev.parley.assistant.mcp;

import dev.parley.application.tool.Tool;
import dev.parley.assistant.schema.ToolDefinitionCheck;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What of a server's tools models get to see, and under which names. Says each oddity once. */
final class ToolSelection {

    private static final Logger log = LoggerFactory.getLogger(ToolSelection.class);

    private final McpServerSettings settings;
    private final ToolDefinitionCheck definitions;
    private final Set<String> said = new HashSet<>();

    ToolSelection(McpServerSettings settings) {
        this.settings = settings;
        this.definitions = new ToolDefinitionCheck(settings.endpoint().secrets());
    }

    List<Tool> of(List<OfferedTool> offers, McpServer server) {
        warnOfMissing(offers);
        Map<String, Tool> tools = new LinkedHashMap<>();
        offers.stream().filter(offer -> settings.allows(offer.name())).forEach(offer -> {
            String name = ToolNames.fitting(settings.prefix() + offer.name());
            Tool tool = new RemoteTool(server, name, offer);
            Optional<String> problem = definitions.problem(tool.definition());
            if (problem.isPresent()) {
                warnOnce("the tool " + name + ", which " + problem.get() + "; it is left out");
            } else if (tools.putIfAbsent(name, tool) != null) {
                warnOnce("two tools named " + name + ", of which the second is hidden");
            }
        });
        return List.copyOf(tools.values());
    }

    private void warnOfMissing(List<OfferedTool> offers) {
        Set<String> offered = offers.stream().map(OfferedTool::name).collect(Collectors.toSet());
        settings.allowed().stream()
                .filter(name -> !offered.contains(name))
                .sorted()
                .forEach(name -> warnOnce("no tool named " + name + ", which its settings allow"));
    }

    private void warnOnce(String oddity) {
        if (said.add(oddity)) {
            log.warn(
                    "The MCP server {} offers {}",
                    settings.name(),
                    settings.endpoint().secrets().hideIn(oddity));
        }
    }
}
