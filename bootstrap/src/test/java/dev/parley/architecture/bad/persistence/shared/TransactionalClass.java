package dev.parley.architecture.bad.persistence.shared;

import org.springframework.transaction.annotation.Transactional;

/** Commits where nobody sees it. */
@Transactional
abstract class TransactionalClass {}
