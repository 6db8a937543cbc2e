package dev.parley.application.testing;

class InMemoryClientSessionRepositoryTest extends ClientSessionRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
