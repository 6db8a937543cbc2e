package dev.parley.bootstrap.lifecycle;

import dev.parley.application.attachment.PruneAttachments;
import dev.parley.application.conversation.ForgetDeleted;
import dev.parley.application.idempotency.ForgetKeys;
import dev.parley.application.run.PruneRunLogs;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.signin.RemoveExpiredSignIns;
import dev.parley.persistence.rate.BucketTable;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is removed by the clock, since nobody needs it any more. */
@Configuration(proxyBeanMethods = false)
class RemovalScheduling {

    private final ErrorReporter errorReporter;

    RemovalScheduling(ErrorReporter errorReporter) {
        this.errorReporter = errorReporter;
    }

    @Bean
    AttachmentPruning attachmentPruning(PruneAttachments pruneAttachments) {
        return new AttachmentPruning(pruneAttachments::prune, errorReporter);
    }

    @Bean
    PeriodicWork runLogPruning(PruneRunLogs pruneRunLogs) {
        return new PeriodicWork("run.log.prune", Duration.ofMinutes(1), pruneRunLogs::prune, errorReporter);
    }

    @Bean
    PeriodicWork keyRemoval(ForgetKeys forgetKeys) {
        return new PeriodicWork("idempotency.forget", Duration.ofMinutes(5), forgetKeys::forget, errorReporter);
    }

    @Bean
    PeriodicWork forgettingOfDeleted(ForgetDeleted forgetDeleted) {
        return new PeriodicWork("deleted.forget", Duration.ofMinutes(10), forgetDeleted::forget, errorReporter);
    }

    @Bean
    PeriodicWork signInRemoval(RemoveExpiredSignIns removeExpiredSignIns) {
        return new PeriodicWork("sign_in.forget", Duration.ofMinutes(10), removeExpiredSignIns::remove, errorReporter);
    }

    @Bean
    @ConditionalOnBooleanProperty("parley.cluster")
    PeriodicWork bucketRemoval(BucketTable table) {
        return new PeriodicWork("rate.prune", Duration.ofMinutes(1), table::removeExpired, errorReporter);
    }
}
