package dev.parley.architecture.bad.web.session;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** There is one application. */
@SpringBootApplication
abstract class SecondApplication {}
