package dev.parley.persistence.signin;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.RevocationContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcRevocationContractTest extends RevocationContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
