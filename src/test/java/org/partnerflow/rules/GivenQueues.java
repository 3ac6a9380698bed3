package org.partnerflow.rules;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.rules.decision.Queue;
import org.partnerflow.shared.Role;

/** Queues without members, for rows that lead to one. */
final class GivenQueues {
    private GivenQueues() {}

    /** Makes queues of these names, and returns them by name. */
    static Map<String, Queue> in(TestOrganisation organisation, String... names) {
        return Stream.of(names).collect(Collectors.toMap(Function.identity(), name -> make(organisation, name)));
    }

    private static Queue make(TestOrganisation organisation, String name) {
        String id = organisation
                .as(Role.ADMIN)
                .body(Map.of("name", name, "members", List.of()))
                .post("/api/queues")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Queue(UUID.fromString(id), name);
    }
}
