package org.partnerflow.deal;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.partnerflow.shared.EmailAddress;
import org.partnerflow.shared.OrganisationRecord;
import org.partnerflow.shared.PersonName;
import org.partnerflow.shared.PhoneNumber;
import org.partnerflow.shared.Problems;

/** A person on the other side of a deal. */
@Entity
@Table(name = "deal_contact")
class DealContact extends OrganisationRecord {
    @Column(name = "deal_id", updatable = false)
    private UUID dealId;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    private String email;
    private PhoneNumber phone;

    protected DealContact() {}

    /** @param field where the person is in the caller's form, for example {@code contacts[0].} */
    DealContact(UUID dealId, Person person, String field) {
        this.dealId = dealId;
        become(person, field);
    }

    void become(Person person, String field) {
        Problems.expect(
                () -> {
                    var name = PersonName.checked(field, person.firstName(), person.lastName());
                    firstName = name.first();
                    lastName = name.last();
                },
                () -> email =
                        EmailAddress.checked(field + "email", person.email().strip()),
                () -> phone = PhoneNumber.kept(phone, person.phone())
                        .orElseGet(() -> PhoneNumber.checked(field + "phone", person.phone(), null)));
    }

    Person person() {
        return new Person(firstName, lastName, email, phone.toString());
    }

    UUID dealId() {
        return dealId;
    }
}
