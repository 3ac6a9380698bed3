create table rule_version (
    id              binary(16)    not null,
    organisation_id binary(16)    not null,
    rule_set        varchar(40)   not null,
    version_number  int           not null,
    document        longtext      not null,
    note            varchar(1000) not null,
    published_by    varchar(200)  not null,
    published_at    datetime(6)   not null,
    restored_from   int,
    version         int           not null,
    created_at      datetime(6)   not null,
    updated_at      datetime(6)   not null,
    constraint pk_rule_version primary key (id),
    constraint uq_rule_version unique (organisation_id, rule_set, version_number),
    constraint fk_rule_version_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
