package dev.parley.bootstrap.settings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Settings.class, ClientToolSettings.class})
class SettingsConfiguration {}
