package dev.parley.application.testing;

class InMemoryUsageRepositoryTest extends UsageRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
