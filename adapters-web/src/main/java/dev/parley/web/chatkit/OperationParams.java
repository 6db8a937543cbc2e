package dev.parley.web.chatkit;

/** What an operation needs, as it came. */
interface OperationParams {

    /**
     * The operation.
     *
     * @throws dev.parley.domain.shared.InvalidRequest naming the field of the params that cannot be
     * @throws dev.parley.domain.attachment.AttachmentNotFound if an attachment's id is none
     */
    Operation operation();
}
