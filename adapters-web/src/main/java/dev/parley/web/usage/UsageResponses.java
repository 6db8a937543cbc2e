package dev.parley.web.usage;

import dev.parley.domain.usage.DailyUsage;
import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;

/** What the API says of usage. */
@Mapper
interface UsageResponses {

    UsageResponses RESPONSES = Mappers.getMapper(UsageResponses.class);

    DailyUsageResponse daily(DailyUsage usage);
}
