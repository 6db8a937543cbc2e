package dev.parley.persistence.conversation;

import dev.parley.application.testing.FeedbackRepositoryContract;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcFeedbackRepositoryContractTest extends FeedbackRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
