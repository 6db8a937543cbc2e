package dev.parley.architecture.bad.web.session;

import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON is Jackson 3. */
record UsesJackson2(ObjectMapper json) {}
