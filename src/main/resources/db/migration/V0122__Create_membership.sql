create table membership (
    id              binary(16) not null,
    user_id         binary(16) not null,
    organisation_id binary(16) not null,
    constraint pk_membership primary key (id),
    constraint uq_membership unique (user_id, organisation_id),
    constraint fk_membership_user foreign key (user_id) references app_user (id),
    constraint fk_membership_organisation foreign key (organisation_id) references organisation (id),
    index ix_membership_organisation (organisation_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;

create table membership_role (
    membership_id binary(16)  not null,
    role_name     varchar(20) not null,
    constraint pk_membership_role primary key (membership_id, role_name),
    constraint fk_membership_role_membership foreign key (membership_id) references membership (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
