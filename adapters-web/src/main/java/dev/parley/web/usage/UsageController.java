package dev.parley.web.usage;

import static dev.parley.web.usage.UsageResponses.RESPONSES;

import dev.parley.application.usage.GetUsage;
import dev.parley.domain.account.AccountId;
import dev.parley.web.http.Envelope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller's answers cost. */
@RestController
@Tag(name = "usage")
final class UsageController {

    private final GetUsage getUsage;

    UsageController(GetUsage getUsage) {
        this.getUsage = getUsage;
    }

    @GetMapping(path = "/api/v1/usage", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "usage", summary = "Read what your answers of the last 31 days cost, by day and model")
    Envelope<List<DailyUsageResponse>> usage(AccountId caller) {
        return Envelope.of(
                getUsage.lastDays(caller).stream().map(RESPONSES::daily).toList());
    }
}
