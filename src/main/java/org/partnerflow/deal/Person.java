package org.partnerflow.deal;

import org.jspecify.annotations.Nullable;

import org.partnerflow.shared.PersonName;

/**
 * Who somebody is and how to reach them.
 *
 * @param firstName null or empty for people with one name, which is the last one
 */
public record Person(@Nullable String firstName, String lastName, String email, String phone) {

    String fullName() {
        return PersonName.full(firstName, lastName);
    }
}
