package dev.parley.persistence.attachment;

import dev.parley.application.testing.AttachmentRepositoryContract;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcAttachmentRepositoryContractTest extends AttachmentRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
