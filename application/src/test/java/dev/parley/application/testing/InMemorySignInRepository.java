package dev.parley.application.testing;

import dev.parley.application.testing.InMemoryStore.Tables;
import dev.parley.domain.account.AccountId;
import dev.parley.domain.account.EmailAddress;
import dev.parley.domain.signin.SignIn;
import dev.parley.domain.signin.SignInId;
import dev.parley.domain.signin.SignInRepository;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sign-ins in memory. */
public final class InMemorySignInRepository implements SignInRepository {

    private static final Comparator<SignIn> NEWEST_FIRST = Comparator.comparing(SignIn::createdAt)
            .thenComparing(signIn -> signIn.id().toString())
            .reversed();

    private final InMemoryStore store;

    /** Makes a repository over a store. */
    public InMemorySignInRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(SignIn signIn, String network) {
        Tables tables = store.tables();
        tables.signIns.put(signIn.id(), usedAt(signIn, signIn.lastUsedAt()));
        of(signIn.account()).skip(MAXIMUM).forEach(oldest -> tables.signIns.remove(oldest.id()));
        tables.networks.put(Map.entry(signIn.account(), network), signIn.lastUsedAt());
        List.copyOf(tables.networks.entrySet()).stream()
                .filter(known -> known.getKey().getKey().equals(signIn.account()))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .skip(MAXIMUM_NETWORKS)
                .forEach(oldest -> tables.networks.remove(oldest.getKey()));
    }

    @Override
    public List<SignIn> list(AccountId account, Instant now) {
        return of(account).filter(signIn -> signIn.expiresAt().isAfter(now)).toList();
    }

    @Override
    public boolean use(SignInId id, AccountId account, Instant now) {
        SignIn signIn = store.tables().signIns.get(id);
        if (signIn == null || !signIn.account().equals(account)) {
            return false;
        }
        if (signIn.lastUsedAt().isBefore(now)) {
            store.tables().signIns.put(id, usedAt(signIn, now));
        }
        return true;
    }

    @Override
    public boolean end(SignInId id, AccountId account) {
        SignIn signIn = store.tables().signIns.get(id);
        return signIn != null
                && signIn.account().equals(account)
                && store.tables().signIns.remove(id, signIn);
    }

    @Override
    public int endAll(AccountId account, @Nullable SignInId kept) {
        List<SignIn> ended =
                of(account).filter(signIn -> !signIn.id().equals(kept)).toList();
        ended.forEach(signIn -> store.tables().signIns.remove(signIn.id()));
        return ended.size();
    }

    @Override
    public boolean isKnownNetwork(EmailAddress email, String network) {
        return store.tables().accounts.values().stream()
                .filter(account -> email.equals(account.email()))
                .anyMatch(account -> store.tables().networks.containsKey(Map.entry(account.id(), network)));
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        return removeExpired(store.tables().signIns.values(), SignIn::expiresAt, now, limit);
    }

    @Override
    public int removeNetworks(Instant lastUse, int limit) {
        return removeExpired(store.tables().networks.values(), Function.identity(), lastUse, limit);
    }

    /** Removes rows whose time is now or was before. */
    static <T> int removeExpired(Collection<T> rows, Function<T, Instant> time, Instant now, int limit) {
        List<T> removed = rows.stream()
                .filter(row -> !time.apply(row).isAfter(now))
                .limit(limit)
                .toList();
        removed.forEach(rows::remove);
        return removed.size();
    }

    private Stream<SignIn> of(AccountId account) {
        return List.copyOf(store.tables().signIns.values()).stream()
                .filter(signIn -> signIn.account().equals(account))
                .sorted(NEWEST_FIRST);
    }

    private static SignIn usedAt(SignIn signIn, Instant time) {
        return new SignIn(
                signIn.id(),
                signIn.account(),
                signIn.client(),
                signIn.createdAt(),
                time.truncatedTo(ChronoUnit.MINUTES),
                signIn.expiresAt());
    }
}
