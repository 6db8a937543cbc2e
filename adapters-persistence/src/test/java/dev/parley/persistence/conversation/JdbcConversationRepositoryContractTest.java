package dev.parley.persistence.conversation;

import dev.parley.application.testing.ConversationRepositoryContract;
import dev.parley.application.testing.PortsUnderTest;
import dev.parley.persistence.testing.JdbcPorts;

class JdbcConversationRepositoryContractTest extends ConversationRepositoryContract {

    @Override
    protected PortsUnderTest ports() {
        return JdbcPorts.onEmptyStore();
    }
}
