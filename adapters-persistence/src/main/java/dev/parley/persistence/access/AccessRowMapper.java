package dev.parley.persistence.access;

import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ClientSession;
import dev.parley.domain.access.ClientSessionId;
import dev.parley.domain.access.KeyName;
import dev.parley.domain.account.Subject;
import dev.parley.persistence.shared.Columns;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class)
interface AccessRowMapper {

    AccessRowMapper MAPPER = Mappers.getMapper(AccessRowMapper.class);

    ApiKey key(ApiKeyRow row);

    @Mapping(source = "accountId", target = "account")
    @Mapping(source = "settings.workflow", target = "workflow")
    @Mapping(source = "settings.features", target = "features")
    @Mapping(target = "cancelled", ignore = true)
    ClientSession session(ClientSessionRow row);

    default KeyName keyName(String name) {
        return new KeyName(name);
    }

    default ClientSessionId clientSessionId(String id) {
        return new ClientSessionId(id);
    }

    default Subject subject(String subject) {
        return new Subject(subject);
    }
}
