package dev.parley.persistence.conversation;

import dev.parley.application.testing.HistoryRepositoryContract;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcHistoryRepositoryContractTest extends HistoryRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
