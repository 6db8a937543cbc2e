package dev.parley.persistence.run;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RunRepositoryContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcRunRepositoryContractTest extends RunRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
