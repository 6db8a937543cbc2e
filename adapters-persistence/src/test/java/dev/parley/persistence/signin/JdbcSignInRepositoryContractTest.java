package dev.parley.persistence.signin;

import dev.parley.application.testing.PortsUnderTest;
import dev.parley.application.testing.SignInRepositoryContract;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcSignInRepositoryContractTest extends SignInRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
