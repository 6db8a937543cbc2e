package dev.parley.persistence.task;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.TaskRepositoryContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcTaskRepositoryContractTest extends TaskRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
