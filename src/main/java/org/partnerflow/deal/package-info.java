/** Workflows, boards and deals: a deal is a process, a stage of it a column of the board. */
@NullMarked
package org.partnerflow.deal;

import org.jspecify.annotations.NullMarked;
