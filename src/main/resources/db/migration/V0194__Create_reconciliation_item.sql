create table reconciliation_item (
    id              binary(16)   not null,
    run_id          binary(16)   not null,
    organisation_id binary(16)   not null,
    outcome         varchar(20)  not null,
    process_id      varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
    record_id       binary(16),
    record_name     varchar(250),
    detail          varchar(1000) not null,
    constraint pk_reconciliation_item primary key (id),
    constraint fk_reconciliation_item_run foreign key (run_id) references reconciliation_run (id),
    index ix_reconciliation_item_run (run_id, organisation_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
