package org.partnerflow.audit;

import java.util.Optional;
import java.util.function.Supplier;

import org.partnerflow.shared.Actor;

/** Whether whoever opened a stream is still logged in, and as whom. */
public interface LogIns {
    /** Of the current request; to be asked again as long as the stream is open, which asks the database each time. */
    Supplier<Optional<Actor>> ofThisRequest();
}
