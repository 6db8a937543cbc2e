package dev.parley.benchmarks.hostile;

import java.time.Duration;

/** An attack from the network of everybody else, as it is behind a proxy that is not trusted. */
record OneNetwork(Attack attack) implements Attack {

    @Override
    public String name() {
        return attack.name() + ", in one network with everybody else";
    }

    /** Which of a network's connections are to be closed, nobody can tell. */
    @Override
    public boolean sparesOthers() {
        return false;
    }

    @Override
    public void prepare(Target target) throws Exception {
        attack.prepare(target);
    }

    @Override
    public void run(Target target, Duration duration) throws Exception {
        attack.run(target.ofOneNetwork(), duration);
    }
}
