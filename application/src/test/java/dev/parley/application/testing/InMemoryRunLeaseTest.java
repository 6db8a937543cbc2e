package dev.parley.application.testing;

class InMemoryRunLeaseTest extends RunLeaseContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
