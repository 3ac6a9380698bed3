/** What makes the product run on one machine with nothing but a JDK: broker, database, mail catcher, demo data. Off in production. */
@NullMarked
package org.partnerflow.embedded;

import org.jspecify.annotations.NullMarked;
