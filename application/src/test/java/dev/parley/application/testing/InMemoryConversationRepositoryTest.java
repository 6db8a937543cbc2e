package dev.parley.application.testing;

class InMemoryConversationRepositoryTest extends ConversationRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
