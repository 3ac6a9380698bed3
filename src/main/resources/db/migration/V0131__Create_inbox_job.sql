-- One row for each job that a worker has begun with success or failure; outcome is what the engine is told, however often it asks.
create table inbox_job (
    job_key         bigint       not null,
    organisation_id binary(16)   not null,
    record_id       binary(16)   not null,
    job_type        varchar(120) not null,
    failures        int          not null,
    outcome         longtext,
    kept_open       boolean      not null,
    received_at     datetime(6)  not null,
    constraint pk_inbox_job primary key (job_key),
    index ix_inbox_job_received (received_at)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
