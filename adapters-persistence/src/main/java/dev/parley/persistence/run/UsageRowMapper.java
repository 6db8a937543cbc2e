package dev.parley.persistence.run;

import dev.parley.domain.run.Usage;
import dev.parley.domain.usage.RunUsage;
import dev.parley.persistence.shared.Columns;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class)
interface UsageRowMapper {

    UsageRowMapper MAPPER = Mappers.getMapper(UsageRowMapper.class);

    @Mapping(source = "run", target = "runId")
    @Mapping(source = "account", target = "accountId")
    @Mapping(source = "usage", target = "cost")
    UsageRow row(RunUsage run);

    @Mapping(target = "plus", ignore = true)
    Usage usage(CostRow cost);
}
