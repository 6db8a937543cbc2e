package dev.parley.application.testing;

class InMemoryIdempotencyRepositoryTest extends IdempotencyRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
