package dev.parley.application.testing;

class InMemoryRunQueueTest extends RunQueueContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
