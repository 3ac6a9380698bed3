-- due_at: when to send it (again); null once it is sent or parked. first_tried_at: since when it may have arrived.
create table outbox_message (
    id              binary(16)  not null,
    sequence_number bigint      not null auto_increment,
    organisation_id binary(16),
    channel         varchar(40) not null,
    record_id       binary(16)  not null,
    payload         longtext    not null,
    appended_at     datetime(6) not null,
    due_at          datetime(6),
    first_tried_at  datetime(6),
    attempts        int         not null,
    last_error      varchar(1000),
    sent_at         datetime(6),
    parked_at       datetime(6),
    constraint pk_outbox_message primary key (id),
    constraint uq_outbox_message_sequence unique (sequence_number),
    index ix_outbox_message_due (channel, due_at),
    index ix_outbox_message_record (record_id, due_at),
    index ix_outbox_message_sent (sent_at)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
