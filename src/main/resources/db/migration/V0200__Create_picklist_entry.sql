create table picklist_entry (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    list_name       varchar(40)  not null,
    label           varchar(100) not null,
    list_position   int          not null,
    preset          boolean      not null,
    active          boolean      not null,
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_picklist_entry primary key (id),
    constraint uq_picklist_entry unique (organisation_id, list_name, label),
    constraint fk_picklist_entry_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
