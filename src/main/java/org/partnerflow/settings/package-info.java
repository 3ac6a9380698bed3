/** What holds for the whole organisation: its country and its currency. */
@NullMarked
package org.partnerflow.settings;

import org.jspecify.annotations.NullMarked;
