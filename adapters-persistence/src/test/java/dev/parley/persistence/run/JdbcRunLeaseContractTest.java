package dev.parley.persistence.run;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RunLeaseContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcRunLeaseContractTest extends RunLeaseContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
