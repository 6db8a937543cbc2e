package dev.parley.bootstrap.folder;

import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import dev.parley.bootstrap.settings.Setting;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.bootstrap.settings.SigningSecret;
import dev.parley.bootstrap.settings.WithoutIssuer;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DataFolderConfiguration {

    @Bean
    @Conditional(OnEmbeddedDatabase.class)
    DataFolder dataFolder(Settings settings) {
        return DataFolder.take(settings.dataFolder());
    }

    @Bean
    @Conditional(WithoutIssuer.class)
    SigningSecret signingSecret(Settings settings, ObjectProvider<DataFolder> folder) {
        String configured = settings.auth().jwtSecret();
        return new SigningSecret(
                configured == null
                        ? generated(folder.getObject()).bytes()
                        : configured.getBytes(StandardCharsets.UTF_8));
    }

    private static SecretFile generated(DataFolder folder) {
        return new SecretFile(
                folder,
                "jwt-secret",
                "delete it to have a new one made, which ends all tokens, or set " + Setting.JWT_SECRET + ".");
    }
}
