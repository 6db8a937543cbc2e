package dev.parley.application.signin;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.signin.SignInRepository;

/** Tells whether somebody has signed in to an account from a network before. */
@UseCase
public final class RecogniseClient {

    private final UnitOfWork unitOfWork;
    private final SignInRepository signIns;

    public RecogniseClient(UnitOfWork unitOfWork, SignInRepository signIns) {
        this.unitOfWork = unitOfWork;
        this.signIns = signIns;
    }

    /** Whether somebody has within half a year; false for an unknown address, after the same work. */
    public boolean isKnown(EmailAddress email, String network) {
        return unitOfWork.read(() -> signIns.isKnownNetwork(email, network));
    }
}
