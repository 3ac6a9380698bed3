/** Stored files: checked by their content, hashed, and streamed from the database. */
@NullMarked
package org.partnerflow.files;

import org.jspecify.annotations.NullMarked;
