package dev.parley.application.testing;

class InMemoryTaskRepositoryTest extends TaskRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
