package dev.parley.bootstrap.wiring;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.ChunkedStore;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.Setting;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.domain.attachment.AttachmentChunkRepository;
import dev.parley.persistence.attachment.FileAttachmentStore;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The store of attachments' contents where nobody has brought another. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
class AttachmentStoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(AttachmentStore.class)
    AttachmentStore attachmentStore(Settings settings, UnitOfWork unitOfWork, AttachmentChunkRepository chunks) {
        return switch (settings.attachments().chosenStore()) {
            case POSTGRES -> new ChunkedStore(unitOfWork, chunks);
            case FILES -> files(settings.dataFolder().resolve("attachments"));
        };
    }

    private static AttachmentStore files(Path folder) {
        try {
            return FileAttachmentStore.in(folder);
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    "The folder " + folder + " cannot be used for attachments; set " + Setting.DATA_DIR
                            + " to a folder that this user may write to.",
                    e);
        }
    }
}
