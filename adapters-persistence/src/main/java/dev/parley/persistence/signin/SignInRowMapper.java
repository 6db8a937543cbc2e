package dev.parley.persistence.signin;

import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInId;
import dev.parley.persistence.shared.Columns;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.factory.Mappers;

@Mapper(uses = Columns.class)
interface SignInRowMapper {

    SignInRowMapper MAPPER = Mappers.getMapper(SignInRowMapper.class);

    @Mapping(source = "accountId", target = "account")
    SignIn signIn(SignInRow row);

    @Mapping(source = "account", target = "accountId")
    @Mapping(source = "lastUsedAt", target = "lastUsedAt", qualifiedByName = "minute")
    SignInRow row(SignIn signIn);

    default SignInId signInId(UUID id) {
        return new SignInId(id);
    }

    default UUID column(SignInId id) {
        return id.value();
    }

    @Named("minute")
    default Instant minute(Instant time) {
        return time.truncatedTo(ChronoUnit.MINUTES);
    }
}
