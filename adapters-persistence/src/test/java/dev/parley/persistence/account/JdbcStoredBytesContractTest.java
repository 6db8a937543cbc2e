package dev.parley.persistence.account;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.StoredBytesContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcStoredBytesContractTest extends StoredBytesContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
