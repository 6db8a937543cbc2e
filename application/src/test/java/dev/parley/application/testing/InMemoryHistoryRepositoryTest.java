package dev.parley.application.testing;

class InMemoryHistoryRepositoryTest extends HistoryRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
