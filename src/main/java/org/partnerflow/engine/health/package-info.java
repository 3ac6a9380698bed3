/** How the engine and what is known of it are, and how both are brought together again after a loss. */
@NullMarked
package org.partnerflow.engine.health;

import org.jspecify.annotations.NullMarked;
