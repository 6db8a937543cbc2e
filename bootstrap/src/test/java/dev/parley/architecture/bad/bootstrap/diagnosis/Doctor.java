package dev.parley.architecture.bad.bootstrap.diagnosis;

/** Prints, blamelessly. */
final class Doctor {

    void report() {
        System.out.println("ok");
    }
}
