package org.partnerflow.mail;

import java.util.UUID;

/** Makes the path of a link that holds a secret, at the moment of sending, so that no stored mail contains one. */
public interface SecretLinks {
    String path(UUID id);
}
