create table assignment_group (
    id              binary(16)   not null,
    organisation_id binary(16)   not null,
    name            varchar(100) not null,
    kind            varchar(20)  not null,
    version         int          not null,
    created_at      datetime(6)  not null,
    updated_at      datetime(6)  not null,
    constraint pk_assignment_group primary key (id),
    constraint uq_assignment_group_name unique (organisation_id, name),
    constraint fk_assignment_group_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;

create table assignment_group_member (
    id              binary(16)  not null,
    organisation_id binary(16)  not null,
    group_id        binary(16)  not null,
    member_id       binary(16)  not null,
    place           int         not null,
    weight          int         not null,
    credit          int         not null,
    assignments     int         not null,
    version         int         not null,
    created_at      datetime(6) not null,
    updated_at      datetime(6) not null,
    constraint pk_assignment_group_member primary key (id),
    constraint uq_assignment_group_member unique (group_id, member_id),
    constraint fk_assignment_group_member_group foreign key (group_id) references assignment_group (id),
    index ix_assignment_group_member_turn (organisation_id, group_id, place)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
