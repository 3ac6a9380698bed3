/** What the engine tells by its exporter: which elements the instances of our records have reached, and what failed. */
@NullMarked
package org.partnerflow.engine.feed;

import org.jspecify.annotations.NullMarked;
