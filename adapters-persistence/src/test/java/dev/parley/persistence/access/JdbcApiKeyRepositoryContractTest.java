package dev.parley.persistence.access;

import dev.parley.application.testing.ApiKeyRepositoryContract;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcApiKeyRepositoryContractTest extends ApiKeyRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
