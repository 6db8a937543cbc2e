package dev.parley.application.testing;

class InMemoryUnitOfWorkTest extends UnitOfWorkContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
