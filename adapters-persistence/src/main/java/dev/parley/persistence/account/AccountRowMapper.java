package dev.parley.persistence.account;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.NullValueCheckStrategy;
import org.mapstruct.factory.Mappers;

@Mapper(nullValueCheckStrategy = NullValueCheckStrategy.ALWAYS)
interface AccountRowMapper {

    AccountRowMapper MAPPER = Mappers.getMapper(AccountRowMapper.class);

    Account account(AccountRow row);

    default AccountId accountId(UUID id) {
        return new AccountId(id);
    }

    default EmailAddress emailAddress(String email) {
        return new EmailAddress(email);
    }
}
