create table outbox_message (
    id              binary(16)  not null,
    organisation_id binary(16),
    channel         varchar(40) not null,
    record_id       binary(16)  not null,
    payload         longtext    not null,
    created_at      datetime(6) not null,
    next_attempt_at datetime(6) not null,
    attempts        int         not null,
    last_error      varchar(1000),
    sent_at         datetime(6),
    constraint pk_outbox_message primary key (id),
    index ix_outbox_message_due (sent_at, next_attempt_at),
    index ix_outbox_message_record (record_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
