create table organisation (
    id            binary(16)   not null,
    parent_id     binary(16),
    name          varchar(200) not null,
    owner_user_id binary(16),
    version       int          not null,
    created_at    datetime(6)  not null,
    constraint pk_organisation primary key (id),
    constraint fk_organisation_parent foreign key (parent_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
