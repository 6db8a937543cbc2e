package dev.parley.bootstrap.folder;

import dev.parley.bootstrap.settings.OnEmbeddedDatabase;
import dev.parley.bootstrap.settings.Settings;
import dev.parley.bootstrap.settings.SigningSecret;
import dev.parley.bootstrap.settings.WithoutIssuer;
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
        return JwtSecret.configured(settings)
                .orElseGet(() -> new SigningSecret(
                        JwtSecret.file(folder.getObject().path()).bytes()));
    }
}
