package dev.parley.persistence.run;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RunQueueContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcRunQueueContractTest extends RunQueueContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
