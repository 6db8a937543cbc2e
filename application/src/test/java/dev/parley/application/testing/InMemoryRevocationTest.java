package dev.parley.application.testing;

class InMemoryRevocationTest extends RevocationContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
