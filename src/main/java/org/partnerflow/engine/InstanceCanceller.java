package org.partnerflow.engine;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status.Code;
import org.jboss.logging.Logger;

import org.partnerflow.engine.feed.EngineCallers;

/** Cancels process instances, also by the key of one that they have called. One that is gone counts as cancelled. */
@ApplicationScoped
public class InstanceCanceller {
    private static final Logger LOG = Logger.getLogger(InstanceCanceller.class);
    private static final Pattern ROOT = Pattern.compile("root process instance '(\\d+)'");

    @Inject
    CamundaClient client;

    @Inject
    EngineCallers callers;

    public void cancel(long instanceKey) {
        try {
            client.newCancelInstanceCommand(instanceKey).send().join();
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Code.NOT_FOUND) {
                LOG.debugf("Instance %d has ended already", instanceKey);
                return;
            }
            long caller = callers.of(instanceKey).orElseGet(() -> named(e));
            if (caller == instanceKey) {
                throw e;
            }
            cancel(caller);
        }
    }

    /** Without the exporter only the text of the refusal says who calls an instance. */
    private static long named(ClientStatusException refusal) {
        var root = ROOT.matcher(String.valueOf(refusal.getMessage()));
        if (!root.find()) {
            throw refusal;
        }
        return Long.parseLong(root.group(1));
    }
}
