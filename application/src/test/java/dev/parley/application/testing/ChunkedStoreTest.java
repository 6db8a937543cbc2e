package dev.parley.application.testing;

import dev.parley.application.attachment.AttachmentStore;
import dev.parley.application.attachment.ChunkedStore;
import dev.parley.domain.attachment.ContentId;

class ChunkedStoreTest extends AttachmentStoreContract {

    private final PortsUnderTest ports = PortsUnderTest.inMemory();

    @Override
    protected AttachmentStore store() {
        return new ChunkedStore(ports.unitOfWork(), ports.chunks());
    }

    @Override
    protected ContentId begun() {
        return Uploads.begun(ports);
    }
}
