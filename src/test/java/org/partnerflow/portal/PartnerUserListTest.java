package org.partnerflow.portal;

import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.Statements;
import org.partnerflow.partner.AccountBody;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of partner users, with what their invitations wait for. */
@QuarkusTest
class PartnerUserListTest {
    private final TestOrganisation organisation = Given.organisation();

    @Test
    @Tag("F10.9")
    void asksTheDatabaseAsOftenForOneAsForMany() {
        add(1);
        long few = statements();
        add(20);

        assertThat(statements()).isEqualTo(few);
    }

    private long statements() {
        return Statements.of(() -> organisation.as(() ->
                Given.bean(PartnerUserReader.class).list(new PartnerUserRecords.Filter(null, null, null), null, 50)));
    }

    /** All of them wait to be allocated to somebody. */
    private void add(int partnerUsers) {
        var account = AccountBody.anAccount().partnerIn(organisation);
        IntStream.range(0, partnerUsers).forEach(number -> {
            var contact = AccountBody.contactIn(organisation, account, AccountBody.anEmail());
            organisation.as(organisation.user(Role.BROKER).actor(), () -> Given.bean(PartnerUserService.class)
                    .enable(contact, List.of()));
        });
    }
}
