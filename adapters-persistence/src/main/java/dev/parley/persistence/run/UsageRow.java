package dev.parley.persistence.run;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

@Table("usage")
record UsageRow(
        @Id UUID runId,
        UUID accountId,
        Instant at,
        @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY) CostRow cost) {}
