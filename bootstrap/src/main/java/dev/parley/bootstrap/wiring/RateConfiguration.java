package dev.parley.bootstrap.wiring;

import dev.parley.bootstrap.settings.Settings;
import dev.parley.persistence.rate.BucketTable;
import dev.parley.web.rate.Buckets;
import dev.parley.web.rate.RequestLimits;
import dev.parley.web.rate.SharedBuckets;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many requests are allowed, and whether nodes count them together. */
@Configuration(proxyBeanMethods = false)
class RateConfiguration {

    @Bean
    RequestLimits requestLimits(Settings settings) {
        return new RequestLimits(
                settings.limits().requestsPerMinute(), settings.limits().streamsPerUser());
    }

    @Bean
    @ConditionalOnMissingBean
    Buckets bucketsOfThisNode() {
        return Buckets.ofThisNode();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("parley.cluster")
    static class OfAllNodes {

        @Bean
        BucketTable bucketTable(DataSource dataSource) {
            return new BucketTable(dataSource);
        }

        @Bean
        Buckets buckets(BucketTable table) {
            return new SharedBuckets(table.buckets());
        }
    }
}
