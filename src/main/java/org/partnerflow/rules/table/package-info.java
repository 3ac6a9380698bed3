/** Decision tables as data: rows, their conditions, their spreadsheet form, and what is wrong with them. Knows no rule engine. */
@NullMarked
package org.partnerflow.rules.table;

import org.jspecify.annotations.NullMarked;
