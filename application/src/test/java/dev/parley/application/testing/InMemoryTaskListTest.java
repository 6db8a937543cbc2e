package dev.parley.application.testing;

class InMemoryTaskListTest extends TaskListContract {

    @Override
    protected PortsUnderTest ports() {
        return PortsUnderTest.inMemory();
    }
}
