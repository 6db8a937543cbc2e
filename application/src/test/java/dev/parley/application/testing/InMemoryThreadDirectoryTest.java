package dev.parley.application.testing;

class InMemoryThreadDirectoryTest extends ThreadDirectoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
