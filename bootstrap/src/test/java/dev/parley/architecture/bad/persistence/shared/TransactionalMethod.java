package dev.parley.architecture.bad.persistence.shared;

import org.springframework.transaction.annotation.Transactional;

/** Commits where nobody sees it. */
abstract class TransactionalMethod {

    @Transactional
    void append() {}
}
