package dev.parley.application.testing;

class InMemoryStoredBytesTest extends StoredBytesContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
