package dev.parley.persistence.run;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.UsageRepositoryContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcUsageRepositoryContractTest extends UsageRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
