-- A comparison of the database with the engine. running: 1 while it runs, so that one does at a time; beat_at shows that it lives.
create table reconciliation_run (
    id              binary(16)  not null,
    organisation_id binary(16),
    cause           varchar(20) not null,
    started_at      datetime(6) not null,
    beat_at         datetime(6) not null,
    ended_at        datetime(6),
    running         int,
    engine_replaced boolean     not null,
    failure         varchar(1000),
    constraint pk_reconciliation_run primary key (id),
    constraint uq_reconciliation_run_running unique (running)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
