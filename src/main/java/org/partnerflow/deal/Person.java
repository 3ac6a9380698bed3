package org.partnerflow.deal;

/** Who somebody is and how to reach them. */
public record Person(String firstName, String lastName, String email, String phone) {

    String fullName() {
        return firstName + " " + lastName;
    }
}
