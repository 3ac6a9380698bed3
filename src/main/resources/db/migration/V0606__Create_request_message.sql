create table request_message (
    id              binary(16)  not null,
    organisation_id binary(16)  not null,
    request_id      binary(16)  not null,
    author_id       binary(16)  not null,
    from_customer   boolean     not null,
    body            text        not null,
    written_at      datetime(6) not null,
    version         int         not null,
    created_at      datetime(6) not null,
    updated_at      datetime(6) not null,
    constraint pk_request_message primary key (id),
    constraint fk_request_message_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_request_message_request foreign key (request_id) references support_request (id),
    constraint fk_request_message_author foreign key (author_id) references app_user (id),
    index ix_request_message_request (request_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_ci;
