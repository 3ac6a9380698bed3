-- A process that this database has left in the engine: an engine without it is not the one that this database worked with.
create table engine_mark (
    id             int         not null,
    process_id     varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
    definition_key bigint      not null,
    made_at        datetime(6) not null,
    constraint pk_engine_mark primary key (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
