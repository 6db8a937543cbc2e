package dev.parley.web.run;

import dev.parley.domain.run.Run;
import dev.parley.domain.run.RunId;
import dev.parley.domain.run.RunReport;
import dev.parley.domain.run.RunStatus;
import dev.parley.domain.run.TurnEnd;
import dev.parley.domain.run.Usage;
import dev.parley.domain.shared.Page;
import dev.parley.web.item.WireItem;
import dev.parley.web.json.IdTexts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper(uses = IdTexts.class)
interface RunResponses {

    /** The header that names the run. */
    String RUN_ID = "X-Run-Id";

    RunResponses RESPONSES = Mappers.getMapper(RunResponses.class);

    default RunResponse run(RunReport report) {
        return run(report, null);
    }

    default RunResponse run(RunReport report, @Nullable List<WireItem> items) {
        return run(report.run(), report.usage(), items);
    }

    @Mapping(source = "run.conversation", target = "sessionId")
    @Mapping(source = "run.conversation", target = "threadId")
    @Mapping(source = "run.turnEnd", target = "finishReason")
    @Mapping(source = "usage", target = "usage")
    @Mapping(source = "items", target = "items")
    RunResponse run(Run run, @Nullable Usage usage, @Nullable List<WireItem> items);

    RunResponse.Cost cost(Usage usage);

    default RunListResponse list(Page<RunReport> page) {
        return new RunListResponse(true, page.entries().stream().map(this::run).toList(), page.hasMore());
    }

    default String text(RunId id) {
        return id.toString();
    }

    default @Nullable String text(@Nullable TurnEnd end) {
        return end == null ? null : end.name().toLowerCase(Locale.ROOT);
    }

    default String text(RunStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
