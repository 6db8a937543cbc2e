package dev.parley.architecture.bad.web.session;

import dev.parley.architecture.bad.bootstrap.wiring.Wiring;

/** Nothing knows who wires it. */
record KnowsBootstrap(Wiring wiring) {}
