create table escalation_layer (
    id                 binary(16)   not null,
    organisation_id    binary(16)   not null,
    team_id            binary(16)   not null,
    layer_number       int          not null,
    name               varchar(100) not null,
    response_minutes   int          not null,
    resolution_minutes int          not null,
    version            int          not null,
    created_at         datetime(6)  not null,
    updated_at         datetime(6)  not null,
    constraint pk_escalation_layer primary key (id),
    constraint fk_escalation_layer_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_escalation_layer_team foreign key (team_id) references support_team (id),
    index ix_escalation_layer_team (team_id, layer_number)
) default character set utf8mb4 collate utf8mb4_unicode_ci;

create table escalation_layer_member (
    layer_id binary(16) not null,
    user_id  binary(16) not null,
    constraint pk_escalation_layer_member primary key (layer_id, user_id),
    constraint fk_escalation_layer_member_layer foreign key (layer_id) references escalation_layer (id),
    constraint fk_escalation_layer_member_user foreign key (user_id) references app_user (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
