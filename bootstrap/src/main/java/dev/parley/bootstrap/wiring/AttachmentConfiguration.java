package dev.parley.bootstrap.wiring;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.ClaimAttachments;
import dev.parley.application.attachment.CreateAttachment;
import dev.parley.application.attachment.DeleteAttachment;
import dev.parley.application.attachment.FindAttachmentOwner;
import dev.parley.application.attachment.OpenAttachment;
import dev.parley.application.attachment.PreviewAttachment;
import dev.parley.application.attachment.PruneAttachments;
import dev.parley.application.attachment.ReceiveAttachment;
import dev.parley.application.attachment.Thumbnails;
import dev.parley.application.attachment.UploadAttachment;
import dev.parley.application.shared.ErrorReporter;
import dev.parley.application.shared.IdGenerator;
import dev.parley.application.shared.UnitOfWork;
import dev.parley.bootstrap.lifecycle.AttachmentPruning;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.domain.attachment.AttachmentLimits;
import dev.parley.domain.attachment.AttachmentRepository;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    private final UnitOfWork unitOfWork;
    private final AttachmentRepository attachments;
    private final ErrorReporter journal;
    private final InstantSource clock;

    AttachmentConfiguration(
            UnitOfWork unitOfWork, AttachmentRepository attachments, ErrorReporter journal, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.attachments = attachments;
        this.journal = journal;
        this.clock = clock;
    }

    @Bean
    AttachmentLimits attachmentLimits(Settings settings) {
        return settings.attachments().limits();
    }

    @Bean
    ClaimAttachments claimAttachments(AttachmentLimits limits) {
        return new ClaimAttachments(attachments, limits);
    }

    @Bean
    CreateAttachment createAttachment(AttachmentLimits limits, IdGenerator ids) {
        return new CreateAttachment(unitOfWork, attachments, limits, ids, clock);
    }

    @Bean
    UploadAttachment uploadAttachment(AttachmentStore store, IdGenerator ids) {
        return new UploadAttachment(unitOfWork, attachments, store, ids, clock);
    }

    @Bean
    ReceiveAttachment receiveAttachment(CreateAttachment create, UploadAttachment upload, DeleteAttachment delete) {
        return new ReceiveAttachment(create, upload, delete);
    }

    @Bean
    OpenAttachment openAttachment(AttachmentStore store) {
        return new OpenAttachment(unitOfWork, attachments, store);
    }

    @Bean
    FindAttachmentOwner findAttachmentOwner() {
        return new FindAttachmentOwner(unitOfWork, attachments);
    }

    @Bean
    PreviewAttachment previewAttachment(OpenAttachment openAttachment, Thumbnails thumbnails) {
        return new PreviewAttachment(unitOfWork, attachments, openAttachment, thumbnails);
    }

    @Bean
    DeleteAttachment deleteAttachment(AttachmentStore store) {
        return new DeleteAttachment(unitOfWork, attachments, store, journal);
    }

    @Bean
    PruneAttachments pruneAttachments(AttachmentStore store) {
        return new PruneAttachments(unitOfWork, attachments, store, journal, clock);
    }

    @Bean
    AttachmentPruning attachmentPruning(PruneAttachments pruneAttachments) {
        return new AttachmentPruning(pruneAttachments::prune, journal);
    }
}
