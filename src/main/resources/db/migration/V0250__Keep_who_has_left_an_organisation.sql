create table former_member (
    organisation_id binary(16)   not null,
    user_id         binary(16)   not null,
    name            varchar(200) not null,
    email           varchar(254) character set utf8mb4 collate utf8mb4_bin not null,
    left_at         datetime(6)  not null,
    constraint pk_former_member primary key (organisation_id, user_id),
    constraint fk_former_member_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_former_member_user foreign key (user_id) references app_user (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
