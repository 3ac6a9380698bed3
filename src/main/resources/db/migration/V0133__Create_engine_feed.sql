-- How far the application has heard each partition of the engine. record_time is the engine's own time, in milliseconds.
create table engine_feed (
    partition_id    int         not null,
    position        bigint      not null,
    record_time     bigint      not null,
    heard_at        datetime(6) not null,
    broken_at       datetime(6),
    constraint pk_engine_feed primary key (partition_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
