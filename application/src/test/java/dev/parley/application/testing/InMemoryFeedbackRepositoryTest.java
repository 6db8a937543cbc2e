package dev.parley.application.testing;

class InMemoryFeedbackRepositoryTest extends FeedbackRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
