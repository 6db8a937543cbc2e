package dev.parley.architecture.bad.web.session;

import javax.sql.DataSource;

/** A controller has no business with a data source. */
record ReadsTheDatabase(DataSource database) {}
