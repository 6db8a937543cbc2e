package dev.parley.application.testing;

class InMemorySignInRepositoryTest extends SignInRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
