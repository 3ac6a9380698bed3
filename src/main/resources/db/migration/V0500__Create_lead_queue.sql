create table lead_queue (
    id              binary(16)    not null,
    organisation_id binary(16)    not null,
    name            varchar(100)  not null,
    description     varchar(1000) not null,
    version         int           not null,
    created_at      datetime(6)   not null,
    updated_at      datetime(6)   not null,
    constraint pk_lead_queue primary key (id),
    constraint uq_lead_queue_name unique (organisation_id, name),
    constraint fk_lead_queue_organisation foreign key (organisation_id) references organisation (id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;

create table lead_queue_member (
    queue_id        binary(16) not null,
    partner_user_id binary(16) not null,
    constraint pk_lead_queue_member primary key (queue_id, partner_user_id),
    constraint fk_lead_queue_member_queue foreign key (queue_id) references lead_queue (id),
    index ix_lead_queue_member_partner_user (partner_user_id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
