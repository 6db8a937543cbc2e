package dev.parley.persistence.account;

import dev.parley.application.testing.AccountRepositoryContract;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcAccountRepositoryContractTest extends AccountRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
