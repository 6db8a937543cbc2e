package dev.parley.architecture.bad.web.session;

import jakarta.annotation.Resource;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What a class needs is told by its constructor. */
abstract class InjectedField {

    @Autowired
    Clock autowired;

    @Value("${parley.limits.sessions-per-user}")
    int value;

    @Resource
    @Nullable Clock resource;
}
