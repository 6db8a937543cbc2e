package dev.parley.persistence.account;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.EmailAddress;
import dev.parley.persistence.shared.Columns;
import org.mapstruct.Mapper;
import org.mapstruct.NullValueCheckStrategy;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class, nullValueCheckStrategy = NullValueCheckStrategy.ALWAYS)
interface AccountRowMapper {

    AccountRowMapper MAPPER = Mappers.getMapper(AccountRowMapper.class);

    Account account(AccountRow row);

    default EmailAddress emailAddress(String email) {
        return new EmailAddress(email);
    }
}
