package dev.parley.architecture.bad.persistence.conversation;

import org.springframework.transaction.support.TransactionOperations;

/** Units of work begin elsewhere. */
record BeginsTransactions(TransactionOperations transactions) {}
