-- What failed in the engine itself. A row stays until people were told of it, and of its end.
create table engine_incident (
    incident_key         bigint        not null,
    partition_id         int           not null,
    process_instance_key bigint        not null,
    organisation_id      binary(16)    not null,
    record_id            binary(16)    not null,
    process_id           varchar(200)  character set utf8mb4 collate utf8mb4_bin not null,
    definition_key       bigint        not null,
    element_id           varchar(200)  character set utf8mb4 collate utf8mb4_bin not null,
    job_key              bigint        not null,
    error_type           varchar(60)   not null,
    cause                text          not null,
    raised_at            datetime(6)   not null,
    resolved             boolean       not null,
    told                 boolean       not null,
    constraint pk_engine_incident primary key (incident_key),
    index ix_engine_incident_told (told),
    index ix_engine_incident_instance (process_instance_key),
    index ix_engine_incident_partition (partition_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
