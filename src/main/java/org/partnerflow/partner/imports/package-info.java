/** Import of partner accounts from CSV files: reading, mapping, checking, and storing in the background. */
@NullMarked
package org.partnerflow.partner.imports;

import org.jspecify.annotations.NullMarked;
