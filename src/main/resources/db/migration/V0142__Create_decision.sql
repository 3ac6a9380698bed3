create table decision (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    rule_set        varchar(40)  not null,
    version_number  int          not null,
    record_id       binary(16)   not null,
    record_name     varchar(300) not null,
    decided_at      datetime(6)  not null,
    facts           longtext     not null,
    ruling          longtext     not null,
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_decision primary key (id),
    constraint fk_decision_organisation foreign key (organisation_id) references organisation (id),
    index ix_decision_rule_set (organisation_id, rule_set, id),
    index ix_decision_record (organisation_id, record_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
