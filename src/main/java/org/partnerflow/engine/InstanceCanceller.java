package org.partnerflow.engine;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status.Code;
import org.jboss.logging.Logger;

/** Cancels process instances, also by the key of one that they have called. One that is gone counts as cancelled. */
@ApplicationScoped
class InstanceCanceller {
    private static final Logger LOG = Logger.getLogger(InstanceCanceller.class);
    private static final Pattern ROOT = Pattern.compile("root process instance '(\\d+)'");

    @Inject
    CamundaClient client;

    void cancel(long instanceKey) {
        try {
            client.newCancelInstanceCommand(instanceKey).send().join();
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Code.NOT_FOUND) {
                LOG.debugf("Instance %d has ended already", instanceKey);
                return;
            }
            var root = ROOT.matcher(String.valueOf(e.getMessage()));
            if (!root.find() || Long.parseLong(root.group(1)) == instanceKey) {
                throw e;
            }
            cancel(Long.parseLong(root.group(1)));
        }
    }
}
