package dev.parley.application.access;

import dev.parley.application.shared.UnitOfWork;
import dev.parley.application.shared.UseCase;
import dev.parley.domain.access.ApiKey;
import dev.parley.domain.access.ApiKeyRepository;
import java.util.List;

/** Lists the API keys that there are. */
@UseCase
public final class ListApiKeys {

    private final UnitOfWork unitOfWork;
    private final ApiKeyRepository keys;

    public ListApiKeys(UnitOfWork unitOfWork, ApiKeyRepository keys) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
    }

    /** All keys, by name. */
    public List<ApiKey> list() {
        return unitOfWork.read(keys::list);
    }
}
