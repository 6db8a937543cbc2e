package dev.parley.application.testing;

class InMemoryAccountRepositoryTest extends AccountRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
