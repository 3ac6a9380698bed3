/** Deciding: a pure function of a table and its facts, by Drools. Reads no database and no clock. */
@NullMarked
package org.partnerflow.rules.decision;

import org.jspecify.annotations.NullMarked;
