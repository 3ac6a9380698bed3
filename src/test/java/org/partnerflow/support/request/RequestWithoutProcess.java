package org.partnerflow.support.request;

import java.util.UUID;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.partnerflow.Given;
import org.partnerflow.Given.TestOrganisation;
import org.partnerflow.support.TestSupport.TestCustomer;

/** A request that no process moves, so that a test can take each step itself. */
public final class RequestWithoutProcess {
    private RequestWithoutProcess() {}

    public static UUID of(TestOrganisation organisation, TestCustomer customer, UUID teamId) {
        return organisation.as(() -> QuarkusTransaction.requiringNew().call(() -> {
            var requests = Given.bean(SupportRequests.class);
            var subject = Subject.of("Printer jams", "On every page", Priority.NORMAL, null, null);
            var request = new SupportRequest(requests.nextNumber(), subject, customer.id(), teamId);
            requests.persist(request);
            return request.id();
        }));
    }
}
