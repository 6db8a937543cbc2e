package dev.parley.application.testing;

class InMemoryThreadHistoryTest extends ThreadHistoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
