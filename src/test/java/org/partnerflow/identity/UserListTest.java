package org.partnerflow.identity;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@Tag("F10.7")
class UserListTest {
    private final TestOrganisation organisation = Given.organisation();

    @Inject
    SessionFactory sessions;

    @Test
    @DisplayName("the 201st member is on the next page, and nobody is on two")
    void isPagedByKey() {
        add(201);
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var request = organisation.as(Role.ADMIN).queryParam("limit", 100);
            var page = (after == null ? request : request.queryParam("after", after))
                    .get("/api/users")
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            after = page.getString("next");
        } while (after != null);

        assertThat(seen).hasSize(202).doesNotHaveDuplicates();
    }

    @Test
    void asksTheDatabaseAsOftenForOneAsForFifty() {
        add(1);
        long few = statements();
        add(50);

        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(2);
    }

    private long statements() {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        return organisation.as(() -> {
            long before = statistics.getPrepareStatementCount();
            Given.bean(UserService.class).members(Set.of(Role.values()), null, null, 200);
            return statistics.getPrepareStatementCount() - before;
        });
    }

    private void add(int members) {
        organisation.as(() -> {
            IntStream.range(0, members).forEach(number -> Given.bean(UserService.class)
                    .createMember(
                            "member-" + Given.unique() + "@example.org",
                            "Same Name",
                            Set.of(Role.BROKER, Role.TECHNICIAN)));
            return true;
        });
    }
}
