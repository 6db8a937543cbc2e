package dev.parley.persistence.idempotency;

import dev.parley.application.testing.IdempotencyRepositoryContract;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcIdempotencyRepositoryContractTest extends IdempotencyRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
