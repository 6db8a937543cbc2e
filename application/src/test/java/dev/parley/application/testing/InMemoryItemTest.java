package dev.parley.application.testing;

class InMemoryItemTest extends ItemContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
