-- Which instance works for a record: of a process that was started (called = 0), and of those that it calls.
create table process_binding (
    record_id            binary(16)   not null,
    process_id           varchar(120) not null,
    organisation_id      binary(16)   not null,
    start_id             binary(16)   not null,
    called               boolean      not null,
    process_instance_key bigint,
    confirmed_at         datetime(6),
    last_message_id      binary(16),
    constraint pk_process_binding primary key (record_id, process_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
