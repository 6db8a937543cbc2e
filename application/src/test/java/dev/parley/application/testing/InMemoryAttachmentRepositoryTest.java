package dev.parley.application.testing;

class InMemoryAttachmentRepositoryTest extends AttachmentRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
