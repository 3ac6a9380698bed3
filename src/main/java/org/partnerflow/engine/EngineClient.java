package org.partnerflow.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

import io.camunda.client.CamundaClient;

/** The one connection of this node to the process engine. */
class EngineClient {
    @Produces
    @ApplicationScoped
    CamundaClient client(EngineConfig config) {
        return CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .grpcAddress(config.grpcAddress())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(config.requestTimeout())
                .numJobWorkerExecutionThreads(config.workerThreads())
                .defaultJobWorkerName("partnerflow")
                .build();
    }

    void close(@Disposes CamundaClient client) {
        client.close();
    }
}
