create table rule_draft (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    rule_set        varchar(40)  not null,
    based_on        int          not null,
    document        longtext     not null,
    edited_by       varchar(200) not null,
    edited_at       datetime(6)  not null,
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_rule_draft primary key (id),
    constraint uq_rule_draft unique (organisation_id, rule_set),
    constraint fk_rule_draft_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
