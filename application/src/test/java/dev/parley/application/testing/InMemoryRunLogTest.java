package dev.parley.application.testing;

class InMemoryRunLogTest extends RunLogContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
