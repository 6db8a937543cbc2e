package dev.parley.persistence.conversation;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.ThreadDirectoryContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcThreadDirectoryContractTest extends ThreadDirectoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
