package org.partnerflow.deal;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A deal that is to begin.
 *
 * @param workflowId null for the organisation's default workflow, the only one that partners begin deals in
 * @param contacts at least one
 * @param ownerUserId null for the current member of staff, or for one of the brokers allocated to the partner
 * @param partnerUserId the log-in of a partner user; null for the current partner user, or for none
 * @param partnerAccountId the partner's account where no partner user is given
 */
public record NewDeal(
        String name,
        @Nullable Money value,
        @Nullable UUID workflowId,
        List<Person> contacts,
        @Nullable UUID ownerUserId,
        @Nullable UUID partnerUserId,
        @Nullable UUID partnerAccountId) {}
