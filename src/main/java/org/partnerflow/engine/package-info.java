/** The door to Camunda 8 Zeebe: processes, jobs, deployment. The only package that knows the Camunda client. */
@NullMarked
package org.partnerflow.engine;

import org.jspecify.annotations.NullMarked;
