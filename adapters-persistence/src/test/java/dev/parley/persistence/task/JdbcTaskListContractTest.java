package dev.parley.persistence.task;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.TaskListContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcTaskListContractTest extends TaskListContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
