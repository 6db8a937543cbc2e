package dev.parley.persistence.run;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RunLogContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcRunLogContractTest extends RunLogContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
