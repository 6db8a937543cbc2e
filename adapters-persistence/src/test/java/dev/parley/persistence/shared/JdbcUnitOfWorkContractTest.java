package dev.parley.persistence.shared;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.UnitOfWorkContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcUnitOfWorkContractTest extends UnitOfWorkContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
