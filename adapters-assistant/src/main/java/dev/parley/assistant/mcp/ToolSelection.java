package dev.parley.assistant.mcp;

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

    /** Those that models get to see, by their names for models. */
    Map<String, OfferedTool> of(List<OfferedTool> offers) {
        warnOfMissing(offers);
        Map<String, OfferedTool> tools = new LinkedHashMap<>();
        offers.stream().filter(offer -> settings.allows(offer.name())).forEach(offer -> {
            String name = ToolNames.fitting(settings.prefix() + offer.name());
            Optional<String> problem = definitions.problem(RemoteTool.definition(settings.name(), name, offer));
            if (problem.isPresent()) {
                warnOnce("the tool " + name + ", which " + problem.get() + "; it is left out");
            } else if (tools.putIfAbsent(name, offer) != null) {
                warnOnce("two tools named " + name + ", of which the second is hidden");
            }
        });
        return tools;
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
