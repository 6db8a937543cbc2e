package dev.parley.bootstrap.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseHealthConfiguration {

    @Bean
    DatabaseHealthIndicator databaseHealthIndicator(HikariDataSource pool) {
        return new DatabaseHealthIndicator(pool, SchemaVersion.newest());
    }
}
