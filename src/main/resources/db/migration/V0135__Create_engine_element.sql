-- Where the instances are: an element that was reached and not left yet.
create table engine_element (
    element_key          bigint       not null,
    partition_id         int          not null,
    process_instance_key bigint       not null,
    scope_key            bigint       not null,
    element_id           varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    element_type         varchar(60)  not null,
    reached_at           datetime(6)  not null,
    constraint pk_engine_element primary key (element_key),
    index ix_engine_element_instance (process_instance_key),
    index ix_engine_element_partition (partition_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
