-- The running process instances, as the engine tells of them; those that are not ours have no record.
create table engine_instance (
    process_instance_key bigint       not null,
    partition_id         int          not null,
    process_id           varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    definition_key       bigint       not null,
    organisation_id      binary(16),
    record_id            binary(16),
    start_id             binary(16),
    parent_key           bigint,
    begun_at             datetime(6)  not null,
    constraint pk_engine_instance primary key (process_instance_key),
    index ix_engine_instance_record (record_id),
    index ix_engine_instance_partition (partition_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
