/**
 * What the Zeebe broker loads so that the application hears what the engine does. Packed into a jar of its own, it runs inside the broker:
 * it uses the JDK and the exporter API, and nothing of ours.
 */
@NullMarked
package org.partnerflow.engine.exporter;

import org.jspecify.annotations.NullMarked;
