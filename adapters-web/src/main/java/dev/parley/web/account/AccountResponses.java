package dev.parley.web.account;

import dev.parley.domain.account.Account;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInId;
import dev.parley.web.json.IdTexts;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;

/** What the API says of accounts. */
@Mapper(uses = IdTexts.class)
interface AccountResponses {

    AccountResponses RESPONSES = Mappers.getMapper(AccountResponses.class);

    AccountResponse account(Account account);

    default SignInResponse signIn(SignIn signIn, @Nullable SignInId current) {
        return signIn(signIn, signIn.id().equals(current));
    }

    SignInResponse signIn(SignIn signIn, boolean current);

    default String text(SignInId id) {
        return id.toString();
    }

    default @Nullable String text(@Nullable EmailAddress email) {
        return email == null ? null : email.value();
    }
}
