package dev.parley.bootstrap.wiring;

import dev.parley.application.shared.Secrets;
import dev.parley.application.tool.ArgumentCheck;
import dev.parley.application.tool.Tool;
import dev.parley.application.tool.ToolBox;
import dev.parley.application.tool.ToolSource;
import dev.parley.assistant.schema.JsonSchemaCheck;
import dev.parley.bootstrap.lifecycle.RunThreads;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tools that are beans of their own come first, so that they can take the place of others of their name. */
@Configuration(proxyBeanMethods = false)
class ToolConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Bean
    ArgumentCheck argumentCheck(Secrets secrets) {
        return new JsonSchemaCheck(secrets);
    }

    @Bean
    ToolBox toolBox(
            ObjectProvider<Tool> tools, ObjectProvider<ToolSource> sources, ArgumentCheck arguments, Secrets secrets) {
        List<Tool> beans = tools.orderedStream().toList();
        List<ToolSource> all = Stream.concat(Stream.<ToolSource>of(() -> beans), sources.orderedStream())
                .toList();
        return new ToolBox(all, arguments, new RunThreads("tool-"), TIMEOUT, secrets);
    }
}
