package dev.parley.application.testing;

class InMemoryRunRepositoryTest extends RunRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
