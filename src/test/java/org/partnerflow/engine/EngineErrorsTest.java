package org.partnerflow.engine;

import java.net.ConnectException;

import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.partnerflow.outbox.ChannelBusy;
import org.partnerflow.outbox.ChannelDown;

import static org.assertj.core.api.Assertions.assertThat;

class EngineErrorsTest {
    @Test
    void anOverloadedEngineIsBusy() {
        assertThat(EngineErrors.forOutbox(answer(Status.RESOURCE_EXHAUSTED))).isInstanceOf(ChannelBusy.class);
        assertThat(EngineErrors.isPassing(answer(Status.RESOURCE_EXHAUSTED))).isTrue();
    }

    @Test
    @DisplayName("13: a full disk is not taken for an overload, and is over with the next command that is taken")
    @Tag("F11.6")
    void aFullDiskIsNamed() {
        var full = answer(Status.RESOURCE_EXHAUSTED.withDescription(
                "Cannot accept requests for partition 1. Broker is out of disk space"));
        var disk = new EngineDisk();

        assertThat(EngineErrors.forOutbox(full)).hasMessageContaining("disk").isInstanceOf(ChannelBusy.class);
        assertThat(EngineErrors.forOutbox(answer(Status.RESOURCE_EXHAUSTED))).hasMessageContaining("busy");

        disk.answered(EngineErrors.forOutbox(full));
        assertThat(disk.isFull()).isTrue();
        disk.answered(EngineErrors.forOutbox(answer(Status.UNAVAILABLE)));
        assertThat(disk.isFull()).isFalse();
        disk.answered(full);
        disk.answered(null);
        assertThat(disk.isFull()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"UNAVAILABLE", "DEADLINE_EXCEEDED"})
    void anEngineThatDoesNotAnswerIsAway(Status.Code code) {
        assertThat(EngineErrors.forOutbox(answer(code.toStatus()))).isInstanceOf(ChannelDown.class);
        assertThat(EngineErrors.isPassing(new StatusRuntimeException(code.toStatus())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"NOT_FOUND", "INVALID_ARGUMENT", "FAILED_PRECONDITION", "ALREADY_EXISTS"})
    void aRefusalIsNotTriedAgainByItself(Status.Code code) {
        var refusal = answer(code.toStatus());

        assertThat(EngineErrors.isRefusal(refusal)).isTrue();
        assertThat(EngineErrors.isPassing(refusal)).isFalse();
        assertThat(EngineErrors.code(EngineErrors.forOutbox(refusal))).isEqualTo(code);
    }

    @Test
    void knowsTheAnswerBehindOtherExceptions() {
        var wrapped = new IllegalStateException(new StatusRuntimeException(Status.NOT_FOUND));

        assertThat(EngineErrors.code(wrapped)).isEqualTo(Status.Code.NOT_FOUND);
        assertThat(EngineErrors.code(new IllegalStateException(new ConnectException())))
                .isNull();
    }

    private static ClientStatusException answer(Status status) {
        return new ClientStatusException(status, new StatusRuntimeException(status));
    }
}
