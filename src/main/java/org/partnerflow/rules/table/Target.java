package org.partnerflow.rules.table;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that exists in the organisation and that a row can name.
 *
 * @param cannotTake why nothing can be assigned to it at present ("has never logged in"); null if it can take
 */
public record Target(
        TargetKind kind, UUID id, String name, @Nullable String cannotTake) {

    public boolean isNamed(String nameOrId) {
        return TextKey.same(name, nameOrId) || id.toString().equalsIgnoreCase(nameOrId.strip());
    }
}
