/** Files that spreadsheets write, whatever their country: one reader for all of them. */
@NullMarked
package org.partnerflow.shared.csv;

import org.jspecify.annotations.NullMarked;
