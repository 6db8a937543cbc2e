package dev.parley.bootstrap.folder;

import dev.parley.bootstrap.failure.InvalidConfigurationException;
import dev.parley.bootstrap.settings.Setting;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.bootstrap.settings.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The secret that tokens are signed with where no issuer does it: a setting, or else made once and kept in the data folder. */
public final class JwtSecret {

    private JwtSecret() {}

    /**
     * The secret of a server that has been started before.
     *
     * @throws InvalidConfigurationException if there is none yet, or its file cannot be used
     */
    public static SigningSecret existing(Settings settings) {
        return configured(settings).orElseGet(() -> {
            SecretFile file = file(settings.dataFolder());
            if (!file.exists()) {
                throw new InvalidConfigurationException(
                        "There is no secret in " + settings.dataFolder() + " yet; start Parley once, it makes it.");
            }
            return new SigningSecret(file.bytes());
        });
    }

    static Optional<SigningSecret> configured(Settings settings) {
        return Optional.ofNullable(settings.auth().jwtSecret())
                .map(text -> new SigningSecret(text.getBytes(StandardCharsets.UTF_8)));
    }

    static SecretFile file(Path folder) {
        return new SecretFile(
                folder,
                "jwt-secret",
                "delete it to have a new one made, which ends all tokens, or set " + Setting.JWT_SECRET + ".");
    }
}
