package dev.parley.persistence.conversation;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadHistoryContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcThreadHistoryContractTest extends ThreadHistoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
