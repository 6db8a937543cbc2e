package dev.parley.persistence.access;

import dev.parley.application.testing.ClientSessionRepositoryContract;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcClientSessionRepositoryContractTest extends ClientSessionRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
